import { vi } from "vitest";
import { PEOPLE } from "./cells/people";
import { tryMatrices } from "./harness";

vi.mock("@/lib/server/session", () => import("./signed-in"));
vi.mock("next/headers", () => import("./signed-in"));

tryMatrices(PEOPLE);
