import { describe, expect, it } from "vitest";
import { loadBoard } from "@/lib/production/board-query";
import { boardView } from "@/lib/production/board-view";
import { findLineDetail } from "@/lib/production/line-queries";
import { findTaskDetail } from "@/lib/production/task-queries";
import { db } from "@/lib/server/db";
import {
  createContract,
  goodsLine,
  monthlyCustomer,
  seenContract,
} from "@/tests/factories/contracts";
import {
  anAcceptedTask,
  anIssuedTask,
  aReceipt,
  aWorkshop,
  firstLine,
  seenTask,
} from "@/tests/factories/production";
import { attachDrawing, createReview, reviewLine, unmadeProduct } from "@/tests/factories/reviews";
import { at } from "@/tests/support/clock";

const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);

/** A running contract of 20 pieces that nobody has made before, covered by a concluded review. */
async function aClassCContract() {
  const team = await aWorkshop();
  const product = await unmadeProduct();
  const { id: customerId } = await monthlyCustomer();
  const review = await createReview({
    status: "EFFECTIVE",
    clerk: team.clerk,
    customerId,
    review: { lines: [reviewLine(product.id)] },
  });
  const line = { quantity: "20", unitPrice: "50", deliveryOn: "2026-12-15" };
  const contract = await createContract({
    status: "EXECUTING",
    clerk: team.clerk,
    chief: team.chief,
    director: team.director,
    customerId,
    order: { lines: [goodsLine(product.id, line)], formReason: "客户要求口头" },
  });
  return { team, product, review, contract };
}

describe("a class C contract", () => {
  it("[R1.1.3-C4] goes on like one that is not in stock: its notice names the review", () =>
    today(async () => {
      const { team, review, contract } = await aClassCContract();
      const taskId = await anIssuedTask(team, contract);
      expect(await seenTask(taskId)).toMatchObject({
        contractClass: "C",
        reviewNos: review.docNo,
        status: "ISSUED",
      });
      expect((await firstLine(taskId)).status).toBe("OPEN");
      const { register } = await seenContract(contract.id);
      expect(register?.taskNos).toBe((await seenTask(taskId)).docNo);
    }));

  it("[R1.1.3-C4] shows the workshop the reviewed drawing: on the notice, in the register, on the board", () =>
    today(async () => {
      const { team, product, contract } = await aClassCContract();
      await attachDrawing(team.clerk, product.id, "product");
      const taskId = await anAcceptedTask(team, contract);
      const lineId = (await firstLine(taskId)).id;
      const files = [{ fileName: "图纸.pdf" }, { fileName: "图纸.pdf" }];
      const notice = await findTaskDetail(team.production, taskId);
      expect(notice?.lines[0]?.drawings).toMatchObject(files);
      const line = await findLineDetail(team.production, lineId);
      expect(line?.drawings).toMatchObject(files);
      const { columns } = await loadBoard(
        team.production,
        boardView({ q: contract.contractNo ?? "" }),
      );
      const cards = columns.flatMap((column) => column.cards);
      expect(cards.find(({ id }) => id === lineId)?.drawings).toMatchObject(files);
    }));

  it("[R1.1.3-C4] its product is made for the first time when the first goods come in, and is not standard by that", () =>
    today(async () => {
      const { team, product, contract } = await aClassCContract();
      const taskId = await anAcceptedTask(team, contract);
      await aReceipt(team, (await firstLine(taskId)).id, "20");
      const made = await db.product.findUniqueOrThrow({ where: { id: product.id } });
      expect(made.firstProducedOn?.toISOString().slice(0, 10)).toBe("2026-11-23");
      expect(made.isStandard).toBe(product.isStandard);
    }));
});

describe("the to-do of the clerks", () => {
  it("[R1.1.3-B1] a registered contract with goods to produce waits for its notice until everything is tasked", () =>
    today(async () => {
      const { team, contract } = await aClassCContract();
      const waiting = () =>
        db.workItem.count({
          where: { subjectId: contract.id, kind: "production.make_notice", closedAt: null },
        });
      expect(await waiting()).toBe(1);
      await anIssuedTask(team, contract, ["12"]);
      expect(await waiting()).toBe(1);
      await anIssuedTask(team, await seenContract(contract.id));
      expect(await waiting()).toBe(0);
    }));
});
