import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { proxy } from "@/proxy";

const answer = (headers: Record<string, string> = {}) =>
  proxy(new NextRequest("http://localhost:3000/contracts", { headers }));

const policyOf = (response: Response) => response.headers.get("content-security-policy") ?? "";

describe("every answer of the application", () => {
  it("allows scripts with this request's nonce only", () => {
    const [one, other] = [policyOf(answer()), policyOf(answer())];
    const scripts = one.split("; ").find((part) => part.startsWith("script-src")) ?? "";
    expect(scripts).toMatch(/'nonce-[A-Za-z0-9+/=]+' 'strict-dynamic'$/);
    expect(scripts).not.toContain("unsafe");
    expect(one).toContain("frame-ancestors 'none'");
    expect(one).not.toBe(other);
  });

  it("lets a page frame what it has read itself, and no address", () => {
    const frames = policyOf(answer())
      .split("; ")
      .find((part) => part.startsWith("frame-src"));
    expect(frames).toBe("frame-src blob:");
  });

  it("hands the nonce to the page", () => {
    const response = answer();
    const nonce = response.headers.get("x-middleware-request-x-nonce");
    expect(nonce).toBeTruthy();
    expect(policyOf(response)).toContain(`'nonce-${nonce}'`);
  });

  it("carries a request id, and takes none that could forge a line of the log", () => {
    const given = "0d9c1f3e-6f5d-4f0e-9a57-0b5a5a6f7c11";
    expect(answer({ "x-request-id": given }).headers.get("x-request-id")).toBe(given);
    const forged = answer({ "x-request-id": "admin signed in" }).headers.get("x-request-id");
    expect(forged).toMatch(/^[0-9a-f-]{36}$/);
  });
});
