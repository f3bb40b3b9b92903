"use client";
import { Button, FileButton } from "@mantine/core";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { useRefusalText } from "@/components/form/use-refusal-text";
import { useUploads } from "@/components/records/use-uploads";
import { InlineNotice } from "@/components/ui/inline-notice";
import { removeCompanyImageAction } from "@/lib/settings/actions";
import { COMPANY_SUBJECT_ID, COMPANY_SUBJECT_TYPE } from "@/lib/settings/base-data-subjects";
import type { CompanyImageRow } from "@/lib/settings/company-images";
import type { CompanyImageKind } from "@/lib/settings/schema";
import styles from "./company-images.module.css";

type Props = { kind: CompanyImageKind; image: CompanyImageRow | null; mayEdit: boolean };

/** Logo and stamp of the factory (F46). */
export function CompanyImages({
  images,
  mayEdit,
}: {
  images: readonly CompanyImageRow[];
  mayEdit: boolean;
}) {
  const t = useTranslations("settings.company.images");
  return (
    <>
      <p>
        {t("intro")} {mayEdit ? t("limit") : null}
      </p>
      <div className={styles.pair}>
        {(["logo", "stamp"] as const).map((kind) => (
          <CompanyImage
            key={kind}
            kind={kind}
            image={images.find((image) => image.kind === kind) ?? null}
            mayEdit={mayEdit}
          />
        ))}
      </div>
    </>
  );
}

/** One of them: what is in use, and changing it. */
function CompanyImage({ kind, image, mayEdit }: Props) {
  const t = useTranslations("settings.company.images");
  const { ofFailure } = useRefusalText();
  const { uploads, add } = useUploads({
    subjectType: COMPANY_SUBJECT_TYPE,
    subjectId: COMPANY_SUBJECT_ID,
    kind,
  });
  return (
    <section className={styles.one} aria-label={t(kind)}>
      <h3>{t(kind)}</h3>
      {image ? (
        // biome-ignore lint/performance/noImgElement: a private file behind the session, not for Next's image server
        <img className={styles.picture} src={`/api/files/${image.id}`} alt={image.fileName} />
      ) : (
        <p>{t("none")}</p>
      )}
      {uploads.map(({ key, failure }) =>
        failure ? (
          <InlineNotice key={key} tone="danger" code={failure.code}>
            {ofFailure(failure)}
          </InlineNotice>
        ) : (
          <p key={key} role="status">
            {t("sending")}
          </p>
        ),
      )}
      {mayEdit ? (
        <div className={styles.acts}>
          <FileButton accept=".png,.jpg,.jpeg" onChange={(file) => void add(file ? [file] : [])}>
            {(button) => (
              <Button {...button} variant="default">
                {t(image ? "replace" : "choose")}
              </Button>
            )}
          </FileButton>
          {image ? (
            <ActionButton
              action={removeCompanyImageAction}
              input={{ kind }}
              label={t("remove")}
              confirm={{ title: t("remove_title"), effects: [t("remove_effect")] }}
            />
          ) : null}
        </div>
      ) : null}
    </section>
  );
}
