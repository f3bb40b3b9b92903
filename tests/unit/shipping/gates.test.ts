import { describe, expect, it } from "vitest";
import { calendarDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import {
  affordable,
  contractGates,
  type FundsFacts,
  fundsGate,
  goodsGate,
  outcomeOf,
} from "@/lib/shipping/gates";

const funds = (changes: Partial<FundsFacts> = {}): FundsFacts => ({
  isPrepaid: true,
  percentBefore: Quantity.of(100),
  confirmed: Money.of("6000"),
  posted: Money.zero,
  otherIssued: Money.zero,
  thisNotice: Money.of("6000"),
  ...changes,
});

describe("gates of rules 5.4", () => {
  it("[R1.3.1-P1] G1 holds to the cent", () => {
    expect(fundsGate(funds()).fails).toBe(false);
    expect(fundsGate(funds({ thisNotice: Money.of("6000.01") }))).toMatchObject({
      fails: true,
      details: { confirmed: "6000.00", required: "6000.01", missing: "0.01" },
    });
  });

  it("[R1.3.1-P1] G1 counts what has left and what is on its way", () => {
    const facts = { posted: Money.of("1000"), otherIssued: Money.of("2000") };
    expect(fundsGate(funds({ ...facts, thisNotice: Money.of("3000") })).fails).toBe(false);
    expect(fundsGate(funds({ ...facts, thisNotice: Money.of("3000.01") })).fails).toBe(true);
  });

  it("[R1.3.1-P1] G1 asks for the share before delivery only, and for nothing on credit terms", () => {
    expect(
      fundsGate(funds({ percentBefore: Quantity.of(30), thisNotice: Money.of("20000") })).fails,
    ).toBe(false);
    expect(
      fundsGate(funds({ percentBefore: Quantity.of(30), thisNotice: Money.of("20000.02") })).fails,
    ).toBe(true);
    expect(fundsGate(funds({ isPrepaid: false, thisNotice: Money.of("999999") }))).toMatchObject({
      applies: false,
      fails: false,
    });
  });

  it("[R1.3.1-P1] what is affordable passes, a cent more does not", () => {
    for (const percent of ["100", "30", "33.33"]) {
      const facts = funds({ percentBefore: Quantity.of(percent), posted: Money.of("100") });
      const most = affordable(facts);
      expect(fundsGate({ ...facts, thisNotice: most }).fails).toBe(false);
      expect(fundsGate({ ...facts, thisNotice: most.plus(Money.of("0.05")) }).fails).toBe(true);
    }
  });

  it("[R1.2.1-a][R1.1.5-R2] G2 asks formal contracts only, G3 every one", () => {
    const fails = (facts: Parameters<typeof contractGates>[0]) =>
      contractGates(facts).flatMap((result) => (result.fails ? [result.gate] : []));
    const good = { registered: true, signedOrWaived: true, isFormal: true, signsLaterOn: null };
    expect(fails(good)).toEqual([]);
    expect(fails({ ...good, registered: false, isFormal: false })).toEqual(["G3_REGISTERED"]);
    expect(fails({ ...good, signedOrWaived: false })).toEqual(["G2_SIGNED"]);
  });

  it("[R1.2.1-a] G2 holds a notice back until the day that the formal contract bears", () => {
    const signsLaterOn = calendarDate("2026-12-01");
    const facts = { registered: true, signedOrWaived: true, isFormal: true, signsLaterOn };
    expect(contractGates(facts)[1]).toMatchObject({
      gate: "G2_SIGNED",
      fails: true,
      details: { signDate: "2026-12-01" },
    });
    expect(contractGates({ ...facts, isFormal: false })[1]).toMatchObject({ fails: false });
  });

  it("[R1.2.2-c] G4 sums two lines of one product", () => {
    const wish = { productId: "p", productName: "立铣刀", unit: "支", quantity: Quantity.of(6) };
    expect(goodsGate([wish, wish], new Map([["p", Quantity.of(12)]])).fails).toBe(false);
    expect(goodsGate([wish, wish], new Map([["p", Quantity.of(11)]]))).toMatchObject({
      fails: true,
      details: { wanted: "12", available: "11" },
    });
  });

  it("[R1.3.1-P1] only the money missing makes a notice wait; anything else keeps it a draft", () => {
    const [g1, g4] = [fundsGate(funds({ confirmed: Money.zero })), goodsGate([], new Map())];
    expect(outcomeOf([g1, g4])).toBe("AWAITING_FUNDS");
    expect(outcomeOf([g1, { ...g4, fails: true }])).toBe("HELD");
    expect(outcomeOf([g4])).toBe("ISSUED");
  });
});
