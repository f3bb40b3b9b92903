import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { FilePreview } from "@/components/records/file-preview";
import { renderInApp } from "../render-in-app";

const ID = "0190a0a0-0000-7000-8000-00000000000f";
const made: Blob[] = [];
const revoked: string[] = [];

beforeEach(() => {
  made.length = 0;
  revoked.length = 0;
  URL.createObjectURL = (blob) => `blob:test/${made.push(blob as Blob)}`;
  URL.revokeObjectURL = (url) => void revoked.push(url);
  // Whatever the server calls the file, the page names the type itself.
  const headers = { "content-type": "text/html" };
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => new Response("<script>", { headers })),
  );
});

function browserDrawsPdf(does: boolean) {
  Object.defineProperty(navigator, "pdfViewerEnabled", { value: does, configurable: true });
}

async function open(fileName: string) {
  renderInApp(<FilePreview id={ID} fileName={fileName} />);
  await userEvent.click(screen.getByRole("button", { name: `查看 ${fileName}` }));
}

describe("a file of a document", () => {
  it("opens in the page as an image, and is forgotten when closed", async () => {
    await open("轴套.PNG");
    expect((await screen.findByAltText("轴套.PNG")).getAttribute("src")).toBe("blob:test/1");
    expect(made[0]?.type).toBe("image/png");
    expect(fetch).toHaveBeenCalledWith(`/api/files/${ID}`, expect.anything());
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(revoked).toEqual(["blob:test/1"]));
  });

  it("opens in the page as a PDF, whatever the answer calls it", async () => {
    browserDrawsPdf(true);
    await open("轴套.pdf");
    expect((await screen.findByTitle("轴套.pdf")).getAttribute("src")).toBe("blob:test/1");
    expect(made[0]?.type).toBe("application/pdf");
  });

  it("is offered for download where the browser shows no PDF in a page", async () => {
    browserDrawsPdf(false);
    await open("轴套.pdf");
    const link = await screen.findByRole("link", { name: /下载后打开/ });
    expect(link.getAttribute("href")).toBe("blob:test/1");
    expect(link.getAttribute("download")).toBe("轴套.pdf");
  });

  it("says so when it cannot be opened", async () => {
    vi.stubGlobal(
      "fetch",
      vi.fn(async () => new Response(null, { status: 404 })),
    );
    await open("轴套.pdf");
    expect(await screen.findByText(/打不开/)).toBeTruthy();
    expect(made).toEqual([]);
  });

  it("is only downloaded where a browser cannot draw it", () => {
    renderInApp(<FilePreview id={ID} fileName="轴套.dwg" />);
    expect(screen.queryByRole("button")).toBeNull();
  });
});
