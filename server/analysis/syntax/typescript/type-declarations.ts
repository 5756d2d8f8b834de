import { SyntaxKind } from '#typescript-parser';
import type ts from 'typescript';
import type { Binding, TypeNode } from '../ir.js';
import type { Draft } from './names.js';
import { ExportKeyword, hasModifier, type Reader } from './reader.js';
import { declareTypeParameters, readMembers } from './types.js';

const { DefaultKeyword } = SyntaxKind;

/** An interface is a type binding; one that is written in several parts has the members of all. */
export function readInterface(r: Reader, node: ts.InterfaceDeclaration): void {
  declared(r, node, () => {
    const bases = node.heritageClauses?.flatMap((clause) => clause.types.map((type) => r.type(type))) ?? [];
    return { kind: 'members', span: r.span(node), members: readMembers(r, node.members), bases };
  });
}

export function readTypeAlias(r: Reader, node: ts.TypeAliasDeclaration): void {
  declared(r, node, () => r.type(node.type));
}

function declared(r: Reader, node: ts.InterfaceDeclaration | ts.TypeAliasDeclaration, read: () => TypeNode): void {
  if (node.name.escapedText === '') return;
  const binding = r.names.pureType(r.nameOf(node.name));
  const scope = r.names.enter();
  declareTypeParameters(r, node.typeParameters);
  const type = read();
  r.names.leave(scope);
  if (binding === undefined) return;
  const isFirst = binding.source === undefined;
  give(binding, type);
  if (isFirst && hasModifier(node, ExportKeyword))
    r.exported(hasModifier(node, DefaultKeyword) ? 'default' : binding.name, binding.span, binding);
}

function give(binding: Draft<Binding>, type: TypeNode): void {
  const before = binding.source?.kind === 'type' ? binding.source.type : undefined;
  const merged: TypeNode =
    before?.kind === 'members' && type.kind === 'members'
      ? { kind: 'members', span: before.span, members: [...before.members, ...type.members], bases: [...before.bases, ...type.bases] }
      : type;
  binding.source = { kind: 'type', type: merged };
  binding.type = merged;
}
