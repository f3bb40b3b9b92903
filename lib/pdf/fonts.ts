import { readFile } from "node:fs/promises";
import path from "node:path";
import PDFDocument from "pdfkit";
import { type FontFile, readFontFile } from "./font-file";

export type Weight = "regular" | "bold";

export type PaperFonts = Readonly<
  Record<Weight, { source: PDFKit.Mixins.PDFFontSource; file: FontFile }>
>;

const FOLDER = "node_modules/@expo-google-fonts/noto-sans-sc";

let loading: Promise<PaperFonts> | null = null;

/** The two weights of Noto Sans SC, read once and kept in memory (21 MB). */
export function paperFonts(): Promise<PaperFonts> {
  loading ??= loadFonts().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function loadFonts(): Promise<PaperFonts> {
  const [regular, bold] = await Promise.all([
    loadFont("400Regular", "NotoSansSC_400Regular.ttf"),
    loadFont("700Bold", "NotoSansSC_700Bold.ttf"),
  ]);
  return { regular, bold };
}

async function loadFont(folder: string, name: string) {
  const bytes = await readFile(
    path.join(/* turbopackIgnore: true */ process.cwd(), FOLDER, folder, name),
  );
  return { source: parsedFont(bytes), file: readFontFile(bytes) };
}

/**
 * The font as pdfkit has parsed it, for all documents: parsing it anew takes half the time of a paper. pdfkit takes a
 * parsed font where it takes bytes, but hands one out only inside of a document.
 */
function parsedFont(bytes: Buffer): PDFKit.Mixins.PDFFontSource {
  const { _font: opened } = new PDFDocument({ autoFirstPage: false }).font(bytes) as unknown as {
    _font: { font: PDFKit.Mixins.PDFFontSource };
  };
  return opened.font;
}
