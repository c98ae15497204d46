import { init } from "@embedpdf/pdfium";
import wasm from "@embedpdf/pdfium/pdfium.wasm";
import { Unreadable } from "../unreadable.ts";

type Call = (...operands: number[]) => number;

/** The functions of PDFium's public C API that we call, by their own names: pointers and handles are numbers. */
export interface Pdfium {
  readonly memory: WebAssembly.Memory;
  /** Whether the engine asked for more memory than it may have since this was last asked. */
  readonly wasRefusedMemory: () => boolean;
  readonly malloc: Call;
  readonly free: Call;
  readonly PDFiumExt_Init: Call;
  readonly FPDF_LoadMemDocument: Call;
  readonly FPDF_CloseDocument: Call;
  readonly FPDF_GetLastError: Call;
  readonly FPDF_GetPageCount: Call;
  readonly FPDF_GetFormType: Call;
  readonly FPDF_GetMetaText: Call;
  readonly FPDF_LoadPage: Call;
  readonly FPDF_ClosePage: Call;
  readonly FPDF_GetPageBoundingBox: Call;
  readonly FPDFPage_GetRotation: Call;
  readonly FPDFPage_CountObjects: Call;
  readonly FPDFPage_GetObject: Call;
  readonly FPDFFormObj_CountObjects: Call;
  readonly FPDFFormObj_GetObject: Call;
  readonly FPDFPageObj_GetType: Call;
  readonly FPDFPageObj_GetBounds: Call;
  readonly FPDFPageObj_GetMatrix: Call;
  readonly FPDFPageObj_HasTransparency: Call;
  readonly FPDFImageObj_GetImagePixelSize: Call;
  readonly FPDFPageObj_GetFillColor: Call;
  readonly FPDFPageObj_GetClipPath: Call;
  readonly FPDFPageObj_SetIsActive: Call;
  readonly FPDFPageObj_CountMarks: Call;
  readonly FPDFPageObj_GetMark: Call;
  readonly FPDFPageObj_RemoveMark: Call;
  readonly FPDFPageObjMark_GetName: Call;
  readonly FPDFPageObjMark_GetParamBlobValue: Call;
  readonly FPDFPath_GetDrawMode: Call;
  readonly FPDFClipPath_CountPaths: Call;
  readonly FPDFClipPath_CountPathSegments: Call;
  readonly FPDFClipPath_GetPathSegment: Call;
  readonly FPDFPathSegment_GetPoint: Call;
  readonly FPDFTextObj_GetTextRenderMode: Call;
  readonly FPDFTextObj_GetFont: Call;
  readonly FPDFTextObj_GetFontSize: Call;
  readonly FPDFText_LoadPage: Call;
  readonly FPDFText_ClosePage: Call;
  readonly FPDFText_CountChars: Call;
  readonly FPDFText_GetUnicode: Call;
  readonly FPDFText_IsGenerated: Call;
  readonly FPDFText_GetFontSize: Call;
  readonly FPDFText_GetMatrix: Call;
  readonly FPDFText_GetCharBox: Call;
  readonly FPDFText_GetLooseCharBox: Call;
  readonly FPDFText_GetCharOrigin: Call;
  readonly FPDFText_GetTextObject: Call;
  readonly FPDFBitmap_CreateEx: Call;
  readonly FPDFBitmap_FillRect: Call;
  readonly FPDFBitmap_GetBuffer: Call;
  readonly FPDFBitmap_GetStride: Call;
  readonly FPDFBitmap_Destroy: Call;
  readonly FPDF_RenderPageBitmap: Call;
  readonly FPDFPage_GetAnnotCount: Call;
  readonly FPDFPage_GetAnnot: Call;
  readonly FPDFPage_CloseAnnot: Call;
  readonly FPDFPage_Flatten: Call;
  readonly FPDFAnnot_GetSubtype: Call;
  readonly FPDFAnnot_GetStringValue: Call;
}

interface Instance {
  pdfium: Pdfium;
  /** Bytes that the memory may grow to, set anew for every call. */
  ceiling: { bytes: number };
}

type Instantiate = (
  imports: { env: Record<string, WebAssembly.ImportValue> },
  ready: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
) => WebAssembly.Exports;

const start = init as unknown as (options: {
  instantiateWasm: Instantiate;
  print: () => void;
  printErr: () => void;
}) => Promise<unknown>;

/** Memory is never given back to the runtime, so an instance that grew past this is thrown away. */
const KEEP_BELOW_BYTES = 24 * 1024 * 1024;

let kept: Instance | null = null;

async function createInstance(): Promise<Instance> {
  const ceiling = { bytes: KEEP_BELOW_BYTES };
  let refused = false;
  let exports: WebAssembly.Exports = {};
  await start({
    print: () => undefined,
    printErr: () => undefined,
    instantiateWasm(imports, ready) {
      const grow = imports.env.emscripten_resize_heap as Call;
      imports.env.emscripten_resize_heap = (bytes: number) => {
        if (bytes >>> 0 <= ceiling.bytes) return grow(bytes);
        refused = true;
        return 0;
      };
      const instance = new WebAssembly.Instance(wasm, imports);
      exports = instance.exports;
      ready(instance, wasm);
      return exports;
    },
  });
  const wasRefusedMemory = () => {
    const answer = refused;
    refused = false;
    return answer;
  };
  const pdfium = { ...exports, wasRefusedMemory } as unknown as Pdfium;
  pdfium.PDFiumExt_Init();
  return { pdfium, ceiling };
}

/**
 * Runs `use` with a PDFium instance whose memory may grow to `ceilingBytes` and no further.
 * `use` is synchronous, so calls never interleave on the one instance that is kept. An instance in which a file was
 * given up on half-way is thrown away: pages are still open in it.
 * @throws Unreadable `too_complex` when the engine traps: out of memory, out of stack, or a bug a file found.
 */
export async function withPdfium<T>(ceilingBytes: number, use: (pdfium: Pdfium) => T): Promise<T> {
  const instance = kept ?? (await createInstance());
  kept = null;
  instance.ceiling.bytes = ceilingBytes;
  try {
    const result = use(instance.pdfium);
    if (instance.pdfium.memory.buffer.byteLength <= KEEP_BELOW_BYTES) kept = instance;
    return result;
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) {
      throw new Unreadable("too_complex", "the PDF engine ran out of memory or stack");
    }
    throw error;
  }
}
