/** `parseXMLFile` and `ParseXMLFile` as `parse_xml_file`. */
export function snakeCase(name: string): string {
  return name
    .replaceAll(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase();
}
