import PDFDocument from "pdfkit";
import type { Block, DocumentCopy, DocumentModel } from "./document-model";
import { paperFonts } from "./fonts";
import { drawFirstHead, drawFurtherHead, drawWatermark } from "./head";
import { drawKeyValues, drawParties } from "./key-values";
import { Typesetter } from "./measure";
import { drawPageMarks } from "./page-marks";
import { codePointNames } from "./printable";
import { type PdfDocument, Sheet } from "./sheet";
import { drawSignatures } from "./signatures";
import { drawTable } from "./table";
import { drawClauses, drawNote, drawText, drawTicks } from "./text-blocks";

/**
 * Draws all copies of a paper into one A4 file; each copy counts its own pages.
 * Characters that the font lacks are drawn as 〓 and named in a note at the end of the copy.
 */
export async function drawDocument(model: DocumentModel): Promise<Buffer> {
  const fonts = await paperFonts();
  const pdf = openDocument(model);
  pdf.registerFont("regular", fonts.regular.source);
  pdf.registerFont("bold", fonts.bold.source);
  const bytes = collect(pdf);
  for (const copy of model.copies) drawCopy(pdf, new Typesetter(fonts), model, copy);
  pdf.end();
  return bytes;
}

function openDocument(model: DocumentModel): PdfDocument {
  return new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    lang: model.language,
    displayTitle: true,
    pdfVersion: "1.7",
    info: {
      Title: model.fileTitle,
      Author: model.head.name,
      CreationDate: model.printedAt,
    },
  });
}

function drawCopy(
  pdf: PdfDocument,
  type: Typesetter,
  model: DocumentModel,
  copy: DocumentCopy,
): void {
  const firstPage = pdf.bufferedPageRange().count;
  const sheet = new Sheet(pdf, type, (page) => {
    drawWatermark(page, model.watermark);
    const isFirst = pdf.bufferedPageRange().count === firstPage + 1;
    if (isFirst) drawFirstHead(page, model);
    else drawFurtherHead(page, model);
  });
  sheet.newPage();
  for (const block of copy.blocks) drawBlock(sheet, block);
  if (type.missing.size > 0) {
    drawNote(
      sheet,
      model.words.missingGlyphs.replace("{characters}", codePointNames(type.missing)),
    );
  }
  const end = pdf.bufferedPageRange().count;
  for (let page = firstPage; page < end; page += 1) {
    pdf.switchToPage(page);
    drawPageMarks(sheet, model, copy.name, page - firstPage + 1, end - firstPage);
  }
}

function drawBlock(sheet: Sheet, block: Block): void {
  switch (block.kind) {
    case "keyValues":
      drawKeyValues(sheet, block);
      break;
    case "table":
      drawTable(sheet, block);
      break;
    case "text":
      drawText(sheet, block);
      break;
    case "clauses":
      drawClauses(sheet, block);
      break;
    case "parties":
      drawParties(sheet, block);
      break;
    case "ticks":
      drawTicks(sheet, block);
      break;
    case "signatures":
      drawSignatures(sheet, block);
      break;
    default:
      block satisfies never;
  }
}

function collect(pdf: PdfDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pdf.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on("end", () => resolve(Buffer.concat(chunks)));
    pdf.on("error", reject);
  });
}
