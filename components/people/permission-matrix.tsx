import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { ClauseHint } from "@/components/ui/clause-hint";
import { PERMISSION_NAMES, type Permission, permissionRule } from "@/lib/auth/permissions";
import { ROLES, type Role } from "@/lib/auth/roles";
import styles from "./permission-matrix.module.css";

const OBJECTS = [...new Set(PERMISSION_NAMES.map((name) => permissionRule(name).object))];

/** Who may do what: printed from the very table that the program asks (rules 5.9). */
export function PermissionMatrix() {
  const t = useTranslations("people.permissions");
  const tr = useTranslations("roles.role");
  return (
    <section className={styles.scroller} aria-label={t("title")} tabIndex={-1}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t("title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("act")}</th>
            {ROLES.map((role) => (
              <th key={role} scope="col">
                {tr(role)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {OBJECTS.map((object) => (
            <Fragment key={object}>
              <tr className={styles.group}>
                <th scope="colgroup" colSpan={ROLES.length + 1}>
                  {t(`objects.${object}` as "objects.contract")}
                </th>
              </tr>
              {PERMISSION_NAMES.filter((name) => permissionRule(name).object === object).map(
                (name) => (
                  <PermissionRow key={name} permission={name} />
                ),
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function PermissionRow({ permission }: { permission: Permission }) {
  const t = useTranslations("people.permissions");
  const ts = useTranslations("people.delegations.steps");
  const { clause, delegable } = permissionRule(permission);
  const key = `acts.${permission.replace(":", "_")}` as "acts.contract_check";
  return (
    <tr>
      <th scope="row">
        {t(key)} {clause ? <ClauseHint clause={clause} /> : null}
        {delegable ? (
          <div className={styles.note}>{t("delegable_note", { step: ts(delegable) })}</div>
        ) : null}
      </th>
      {ROLES.map((role) => (
        <td key={role}>
          <PermissionCell permission={permission} role={role} />
        </td>
      ))}
    </tr>
  );
}

function PermissionCell({ permission, role }: { permission: Permission; role: Role }) {
  const t = useTranslations("people.permissions");
  const td = useTranslations("roles.duty");
  const { kind, roles, duty } = permissionRule(permission);
  if (!roles.includes(role)) return <span className={styles.none}>–</span>;
  const needed = duty?.[role];
  return (
    <>
      <strong>{kind}</strong>
      {needed ? <div className={styles.note}>{t("duty_note", { duty: td(needed) })}</div> : null}
    </>
  );
}
