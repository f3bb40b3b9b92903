import { exportRegister } from "../export-register";
import { EXPORTABLE } from "../registers";

/** A register as it is filtered, as an Excel workbook. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ register: string }> },
): Promise<Response> {
  const { register } = await params;
  const exportable = Object.hasOwn(EXPORTABLE, register) ? EXPORTABLE[register] : undefined;
  if (!exportable) return new Response(null, { status: 404 });
  return exportRegister(request, exportable);
}
