import { render, screen } from "@testing-library/react";
import { NextIntlClientProvider, useNow, useTranslations } from "next-intl";
import { describe, expect, it } from "vitest";
import { MessagesScope } from "@/components/layout/messages-scope";
import { CATALOGUE } from "@/lib/i18n/catalogue";
import { formatDateTime } from "@/lib/i18n/format";
import { pickMessages, pickRefusals } from "@/lib/i18n/picked-messages";
import { wordsOf } from "../render-in-app";

function Words() {
  const common = useTranslations("common.actions");
  const home = useTranslations("home");
  return (
    <p data-testid="words">
      {common("save")} {home("title")} {formatDateTime(useNow())}
    </p>
  );
}

describe("message namespaces for the browser", () => {
  it("are added to those of the frame, which also keeps the language and the time", () => {
    render(
      <NextIntlClientProvider
        locale="zh"
        timeZone="Asia/Shanghai"
        now={new Date("2026-11-23T02:00:00Z")}
        messages={pickMessages(CATALOGUE.zh, ["common"])}
      >
        <MessagesScope messages={pickMessages(CATALOGUE.zh, ["home"])}>
          <Words />
        </MessagesScope>
      </NextIntlClientProvider>,
    );
    expect(wordsOf(screen.getByTestId("words"))).toBe("保存 首页 2026-11-23 10:00");
  });

  it("carry the refusals of all domains everywhere, and nothing else of them", () => {
    const refusals = pickRefusals(CATALOGUE.zh);
    expect(Object.keys(refusals.common ?? {})).toEqual(["refusals"]);
    expect(refusals.nav).toBeUndefined();
  });
});
