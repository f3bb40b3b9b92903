/** The people of the benchmark's company. */
import type { Client } from "pg";
import { hashPassword } from "@/lib/server/password-hash";

export const STAFF = {
  clerk: { id: "01900000-0000-7000-8000-00000000000a", name: "李文员", role: "CLERK" },
  chief: { id: "01900000-0000-7000-8000-00000000000b", name: "王部长", role: "SECTION_CHIEF" },
  director: {
    id: "01900000-0000-7000-8000-00000000000c",
    name: "张厂长",
    role: "FACTORY_DIRECTOR",
  },
  sales: { id: "01900000-0000-7000-8000-00000000000d", name: "赵销售", role: "SALESPERSON" },
} as const;

/** User names are the keys of STAFF; everybody has the same password. The clerk holds all duties. */
export async function loadStaff(client: Client, password: string): Promise<void> {
  const hash = await hashPassword(password);
  for (const [username, { id, name, role }] of Object.entries(STAFF)) {
    await client.query(
      `insert into person (id, username, display_name, role, department, password_hash)
       values ($1, $2, $3, $4, '市场部', $5)`,
      [id, username, name, role, hash],
    );
  }
  for (const duty of [
    "CONTRACT_DRAFTING",
    "CONTRACT_NUMBERING",
    "PRODUCTION_TRACKING",
    "SHIPPING_NOTICE",
    "OUTBOUND_SLIP",
  ])
    await client.query(
      `insert into duty_assignment (id, duty, person_id, from_on, assigned_by_id)
       values (gen_random_uuid(), $1, $2, '2020-01-01', $3)`,
      [duty, STAFF.clerk.id, STAFF.chief.id],
    );
  await client.query(
    `insert into company_profile (id, name, uscc, address, legal_rep, phone, sign_place)
     values (1, '大连量具刀具厂', '91210200MA0000000X', '辽宁省大连市甘井子区中华西路18号', '张厂长',
       '0411-86000000', '大连')`,
  );
}
