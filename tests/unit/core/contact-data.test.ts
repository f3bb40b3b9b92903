import { describe, expect, it } from "vitest";
import {
  parseBankAccountNo,
  parseBankCode,
  parseEmail,
  parseHotline,
  parseLandline,
  parseMobile,
  parsePhone,
  parsePostalCode,
  parseQq,
} from "@/lib/core/contact-data";

const CASES: [string, (text: string) => string | null, [typed: string, stored: string | null][]][] =
  [
    [
      "mobile",
      parseMobile,
      [
        ["13912345678", "13912345678"],
        ["+86 139-1234-5678", "13912345678"],
        ["0086 139 1234 5678", "13912345678"],
        ["１３９１２３４５６７８", "13912345678"],
        ["139–1234–5678", "13912345678"],
        ["12912345678", null],
        ["1391234567", null],
        ["139123456789", null],
        ["", null],
      ],
    ],
    [
      "landline",
      parseLandline,
      [
        ["0411-84567890", "0411-84567890"],
        ["041184567890", "0411-84567890"],
        ["(0411) 84567890", "0411-84567890"],
        ["（０４１１）８４５６７８９０", "0411-84567890"],
        ["+86 411 84567890", "0411-84567890"],
        ["+86-0411-84567890", "0411-84567890"],
        ["010-62345678", "010-62345678"],
        ["02162345678", "021-62345678"],
        ["0411-84567890-801", "0411-84567890-801"],
        ["0411-84567890转801", "0411-84567890-801"],
        ["0411-84567890 ext. 801", "0411-84567890-801"],
        ["0516-8345678", "0516-8345678"],
        ["84567890", null],
        ["0411-845678", null],
        ["0411-84567890-1234567", null],
      ],
    ],
    [
      "hotline",
      parseHotline,
      [
        ["400-811-1111", "400-811-1111"],
        ["4008111111", "400-811-1111"],
        ["800 820 8888", "800-820-8888"],
        ["500-811-1111", null],
      ],
    ],
    [
      "phone",
      parsePhone,
      [
        ["139 1234 5678", "13912345678"],
        ["0411 84567890", "0411-84567890"],
        ["95338", null],
        ["4008111111", "400-811-1111"],
      ],
    ],
    [
      "postal code",
      parsePostalCode,
      [
        ["116000", "116000"],
        ["11600", null],
        ["11600A", null],
      ],
    ],
    [
      "e-mail",
      parseEmail,
      [
        [" li.lei@example.com.cn ", "li.lei@example.com.cn"],
        ["a+b@x-y.cn", "a+b@x-y.cn"],
        ["a@b", null],
        ["a b@c.cn", null],
        ["a@-c.cn", null],
        ["@c.cn", null],
        [`${"a".repeat(250)}@c.cn`, null],
      ],
    ],
    [
      "QQ",
      parseQq,
      [
        ["10001", "10001"],
        ["012345", null],
        ["1234", null],
      ],
    ],
    [
      "bank account",
      parseBankAccountNo,
      [
        ["6222 0200-0000 1234", "6222020000001234"],
        ["1234567", null],
        ["1".repeat(33), null],
        ["12345678A", null],
      ],
    ],
    [
      "bank code",
      parseBankCode,
      [
        ["1022 2200 0017", "102222000017"],
        ["10222200001", null],
      ],
    ],
  ];

describe.each(CASES)("a %s", (_name, parse, examples) => {
  it.each(examples)("typed %j is stored as %j", (typed, stored) => {
    expect(parse(typed)).toBe(stored);
  });

  it("is left alone when it is stored already", () => {
    for (const [, stored] of examples) if (stored) expect(parse(stored)).toBe(stored);
  });
});
