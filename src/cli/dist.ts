/** The folder of the bundles, where the WASM files and the catalogue lie. */
export const dist = __dirname;
