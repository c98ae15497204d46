declare module "@embedpdf/pdfium/pdfium.wasm" {
  const module: WebAssembly.Module;
  export default module;
}
