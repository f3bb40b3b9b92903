import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/files/[id]/route";
import { POST } from "@/app/api/files/route";
import type { Actor } from "@/lib/auth/permissions";
import { isSubjectOpen } from "@/lib/records/visibility";
import { db } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { COMPANY_SUBJECT_ID } from "@/lib/settings/base-data-subjects";
import {
  listCompanyImages,
  readCompanyImages,
  removeCompanyImage,
} from "@/lib/settings/company-images";
import { createCustomer } from "@/tests/factories/customers";
import { createShipment } from "@/tests/factories/papers";
import { aKey, anActor } from "@/tests/factories/people";
import { pngOf } from "@/tests/support/pictures";
import { databaseFingerprint } from "./database-fingerprint";

const request = vi.hoisted(() => ({
  actor: null as unknown,
  headers: {} as Record<string, string>,
}));
vi.mock("@/lib/server/session", () => ({ currentActor: async () => request.actor }));
vi.mock("next/headers", () => ({ headers: async () => new Headers(request.headers) }));

const PDF = Buffer.from("%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n");
const HTML = Buffer.from("<!doctype html><script>alert(1)</script>");

let clerk: Actor;
let sales: Actor;
let customer: { id: string };
let contractId: string;

beforeAll(async () => {
  clerk = await anActor("CLERK");
  sales = await anActor("SALESPERSON");
  customer = await createCustomer();
  contractId = (await createShipment(clerk)).contract.id;
});
beforeEach(() => {
  request.actor = clerk;
  request.headers = { origin: "http://localhost:3000" };
});

type Sent = {
  name?: string;
  bytes?: Uint8Array;
  subjectType?: string;
  subjectId?: string;
  length?: string;
  kind?: string;
};

async function upload(sent: Sent = {}) {
  const {
    name = "合同.pdf",
    bytes = PDF,
    subjectType = "customer",
    subjectId = customer.id,
  } = sent;
  const form = new FormData();
  form.set("file", new File([new Uint8Array(bytes)], name));
  form.set("subjectType", subjectType);
  form.set("subjectId", subjectId);
  form.set("kind", sent.kind ?? "general");
  const body = await new Response(form).blob();
  const length = sent.length ?? String(body.size);
  const headers = { "content-type": body.type, "content-length": length };
  const response = await POST(
    new Request("http://localhost/api/files", { method: "POST", body, headers }),
  );
  return { status: response.status, answer: (await response.json()) as Answer };
}
type Answer = { ok: boolean; data?: { id: string }; error?: { code: string } };

async function refused(sent: Sent, code: string) {
  const before = await databaseFingerprint();
  const { status, answer } = await upload(sent);
  expect({ status, code: answer.error?.code }).toEqual({ status: 400, code });
  expect(await databaseFingerprint()).toBe(before);
}

describe("POST /api/files", () => {
  it("stores a scan under an id, tells who added it, and gives it back as a download only", async () => {
    const { answer } = await upload();
    const id = answer.data?.id ?? "";
    const stored = await db.attachment.findUniqueOrThrow({ where: { id } });
    expect(stored).toMatchObject({
      fileName: "合同.pdf",
      mediaType: "application/pdf",
      subjectId: customer.id,
    });
    const audit = await db.auditEvent.findFirst({
      where: { subjectId: customer.id, type: "attachment.added" },
    });
    expect(audit?.actorId).toBe(clerk.id);
    const response = await GET(new Request("http://localhost/"), {
      params: Promise.resolve({ id }),
    });
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; /);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PDF);
  });

  it("refuses 30 MB before reading it, and also when the length is lied about", async () => {
    const large = Buffer.concat([PDF, Buffer.alloc(30 * 1024 * 1024)]);
    await refused({ bytes: large }, "common.file_too_large");
    await refused({ bytes: large, length: "1000" }, "common.file_too_large");
    await refused({ length: "" }, "common.file_too_large");
  });

  it.each([
    ["HTML named .pdf", { name: "合同.pdf", bytes: HTML }, "common.file_content_differs"],
    ["a PDF named .png", { name: "图.png" }, "common.file_content_differs"],
    ["HTML", { name: "page.html", bytes: HTML }, "common.file_kind_refused"],
    ["SVG", { name: "logo.svg", bytes: Buffer.from("<svg/>") }, "common.file_kind_refused"],
    ["a program", { name: "合同.pdf.exe" }, "common.file_kind_refused"],
    ["a file without an ending", { name: "合同" }, "common.file_kind_refused"],
    ["an empty file", { bytes: Buffer.alloc(0) }, "common.file_empty"],
  ] satisfies [string, Sent, string][])("refuses %s", async (_what, sent, code) => {
    await refused(sent, code);
  });

  it("refuses documents that do not exist, are not in view, or are of no known kind", async () => {
    await refused({ subjectId: newId() }, "common.not_found");
    await refused({ subjectId: "1 or 1=1" }, "common.invalid_input");
    await refused({ subjectType: "person" }, "common.invalid_input");
    await refused({ subjectType: "toString" }, "common.invalid_input");
    request.actor = sales;
    await refused({}, "common.not_found");
    request.actor = await anActor("WAREHOUSE_KEEPER");
    await refused({ subjectType: "contract", subjectId: contractId }, "common.not_found");
  });

  it("takes files from whoever writes or signs the document, and from nobody else", async () => {
    const { slip } = await createShipment(clerk);
    const to = { subjectType: "outbound_slip", subjectId: slip.id };
    for (const role of [
      "CLERK",
      "SECTION_CHIEF",
      "FACTORY_DIRECTOR",
      "WAREHOUSE_KEEPER",
    ] as const) {
      request.actor = await anActor(role, role === "CLERK" ? { duties: ["OUTBOUND_SLIP"] } : {});
      expect([role, (await upload(to)).status]).toEqual([role, 200]);
    }
    for (const role of ["FINANCE", "SALESPERSON", "PRODUCTION", "ADMIN"] as const) {
      request.actor = await anActor(role);
      await refused(to, "common.not_found");
    }
  });

  it("refuses strangers and foreign pages", async () => {
    request.actor = null;
    await refused({}, "common.unauthenticated");
    request.actor = clerk;
    request.headers = { origin: "https://evil.example" };
    await refused({}, "common.invalid_origin");
    request.headers = {};
    await refused({}, "common.invalid_origin");
  });

  it.each([
    ["../../etc/passwd.pdf", "passwd.pdf"],
    ["C:\\Users\\王敏\\合同.pdf", "合同.pdf"],
    ['a"b<c>|d:*?.pdf', "a_b_c__d___.pdf"],
  ])("keeps no path of %j", async (name, expected) => {
    const { answer } = await upload({ name });
    const id = answer.data?.id ?? "";
    const stored = await db.attachment.findUniqueOrThrow({ where: { id } });
    expect(stored.fileName).toBe(expected);
    const response = await GET(new Request("http://localhost/"), {
      params: Promise.resolve({ id }),
    });
    expect(response.headers.get("content-disposition")).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent(expected)}`,
    );
  });
});

describe("logo and stamp of the factory (F46)", () => {
  const picture = { subjectType: "company", subjectId: COMPANY_SUBJECT_ID, name: "标志.png" };

  it("keeps one of each in use, and everybody may see it", async () => {
    request.actor = await anActor("ADMIN");
    const first = await upload({ ...picture, kind: "logo", bytes: pngOf(10, 10) });
    const second = await upload({ ...picture, kind: "logo", bytes: pngOf(20, 20) });
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(await listCompanyImages()).toEqual([
      { id: second.answer.data?.id, kind: "logo", fileName: "标志.png" },
    ]);
    request.actor = await anActor("REVIEWER");
    const response = await GET(new Request("http://localhost/"), {
      params: Promise.resolve({ id: second.answer.data?.id ?? "" }),
    });
    expect(response.headers.get("content-type")).toBe("image/png");
    const chief = await anActor("SECTION_CHIEF");
    await removeCompanyImage(chief, { kind: "logo" }, aKey());
    expect(await readCompanyImages()).toEqual({});
  });

  it.each([
    ["more than 1 MB", { bytes: Buffer.alloc(1024 * 1024 + 1) }, "settings.image_too_large"],
    ["a PDF", { name: "章.pdf", bytes: PDF }, "settings.image_kind_refused"],
    ["HTML named .png", { bytes: HTML }, "settings.image_unreadable"],
    ["a PNG cut off", { bytes: pngOf(9, 9).subarray(0, 60) }, "settings.image_unreadable"],
    ["another kind", { kind: "poster", bytes: pngOf(9, 9) }, "common.invalid_input"],
  ] satisfies [string, Sent, string][])("refuses %s", async (_what, sent, code) => {
    request.actor = await anActor("ADMIN");
    await refused({ ...picture, kind: "stamp", ...sent }, code);
  });

  it("is changed by chief and administrator only", async () => {
    for (const role of ["CLERK", "FACTORY_DIRECTOR", "FINANCE"] as const) {
      request.actor = await anActor(role);
      await refused({ ...picture, kind: "stamp", bytes: pngOf(9, 9) }, "common.forbidden");
    }
  });
});

describe("GET /api/files", () => {
  it("gives a file only to those who may see its document", async () => {
    const { answer } = await upload({ subjectType: "contract", subjectId: contractId });
    const params = () => Promise.resolve({ id: answer.data?.id ?? "" });
    const statusFor = async (actor: Actor | null) => {
      request.actor = actor;
      return (await GET(new Request("http://localhost/"), { params: params() })).status;
    };
    expect(await statusFor(clerk)).toBe(200);
    expect(await statusFor(await anActor("FINANCE"))).toBe(200);
    for (const role of [
      "WAREHOUSE_KEEPER",
      "PRODUCTION",
      "TECHNICAL",
      "REVIEWER",
      "ADMIN",
    ] as const)
      expect(await statusFor(await anActor(role))).toBe(404);
    expect(await statusFor(sales)).toBe(404);
    expect(await statusFor(null)).toBe(401);
  });

  it("shows a salesperson the files of own customers and handled contracts, on every paper", async () => {
    const own = await createShipment(clerk, { ownerId: sales.id });
    const handled = await createShipment(clerk);
    await db.contract.update({ where: { id: handled.contract.id }, data: { handlerId: sales.id } });
    const foreign = await createShipment(clerk);
    const papers = [
      ["contract", "contract"],
      ["shipping_notice", "notice"],
      ["outbound_slip", "slip"],
      ["packing_list", "packingList"],
      ["waybill", "waybill"],
      ["shipping_log_entry", "logEntry"],
    ] as const;
    for (const [subjectType, name] of papers) {
      const open = async (shipment: typeof own) =>
        isSubjectOpen(sales, { subjectType, subjectId: shipment[name].id }, "read");
      expect([subjectType, await open(own), await open(handled), await open(foreign)]).toEqual([
        subjectType,
        true,
        true,
        false,
      ]);
    }
  });

  it("lets a salesperson attach the fax of a customer who has no file yet", async () => {
    const intake = (createdById: string) =>
      db.intake.create({
        data: {
          docNo: `YX2026-9${createdById === sales.id ? "001" : "002"}`,
          channel: "FAX",
          intakeType: "ORDER",
          receivedAt: new Date(),
          customerName: "新客户",
          contactName: "李工",
          contactPhone: "13800000000",
          createdById,
          createdByName: "",
          createdAt: new Date(),
        },
      });
    request.actor = sales;
    const { status } = await upload({
      subjectType: "intake",
      subjectId: (await intake(sales.id)).id,
    });
    expect(status).toBe(200);
    await refused(
      { subjectType: "intake", subjectId: (await intake(clerk.id)).id },
      "common.not_found",
    );
  });
});
