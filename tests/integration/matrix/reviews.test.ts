import { vi } from "vitest";
import { REVIEWS } from "./cells/reviews";
import { tryMatrices } from "./harness";

vi.mock("@/lib/server/session", () => import("./signed-in"));
vi.mock("next/headers", () => import("./signed-in"));

tryMatrices(REVIEWS);
