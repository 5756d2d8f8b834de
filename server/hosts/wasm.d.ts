/** A binary file that the build puts into a bundle. */
declare module '*.wasm' {
  const bytes: Uint8Array;
  export default bytes;
}
