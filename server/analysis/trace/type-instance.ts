import { nextId, type ClassValue, type InstanceValue } from './value.js';

const typeInstances = new WeakMap<ClassValue, InstanceValue>();

/** The instance that is known by its class alone. */
export function typeInstance(cls: ClassValue): InstanceValue {
  let instance = typeInstances.get(cls);
  if (instance === undefined) typeInstances.set(cls, (instance = { kind: 'instance', id: nextId(), cls }));
  return instance;
}
