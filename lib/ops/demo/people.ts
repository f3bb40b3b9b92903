import type { Actor } from "@/lib/auth/permissions";
import type { Duty, Role } from "@/lib/auth/roles";
import type { CalendarDate } from "@/lib/core/calendar-date";
import { assignDuty } from "@/lib/people/assign-duty";
import { createFirstAdmin } from "@/lib/people/create-first-admin";
import { createPerson } from "@/lib/people/create-person";
import { openAccountLink } from "@/lib/people/open-account-link";
import { findActor } from "@/lib/server/actor";
import { newKey } from "./keys";

type Colleague = {
  username: string;
  displayName: string;
  role: Role;
  department: string;
  duties?: readonly Duty[];
};

const COLLEAGUES: readonly Colleague[] = [
  {
    username: "chief",
    displayName: "陈国栋",
    role: "SECTION_CHIEF",
    department: "市场部",
    duties: ["CONTRACT_DRAFTING"],
  },
  { username: "director", displayName: "赵振华", role: "FACTORY_DIRECTOR", department: "市场部" },
  {
    username: "clerk",
    displayName: "李雪",
    role: "CLERK",
    department: "市场部",
    duties: ["CONTRACT_DRAFTING", "CONTRACT_NUMBERING", "SHIPPING_NOTICE", "OUTBOUND_SLIP"],
  },
  {
    username: "clerk2",
    displayName: "周敏",
    role: "CLERK",
    department: "市场部",
    duties: [
      "CONTRACT_DRAFTING",
      "PRODUCTION_TRACKING",
      "SHIPPING_NOTICE",
      "OUTBOUND_SLIP",
      "COLLECTION",
    ],
  },
  { username: "sales", displayName: "马强", role: "SALESPERSON", department: "市场部" },
  { username: "keeper", displayName: "王德福", role: "WAREHOUSE_KEEPER", department: "成品库" },
  { username: "keeper2", displayName: "刘桂兰", role: "WAREHOUSE_KEEPER", department: "成品库" },
  { username: "finance", displayName: "孙丽华", role: "FINANCE", department: "财务" },
  { username: "production", displayName: "郑海涛", role: "PRODUCTION", department: "生产部" },
  { username: "technical", displayName: "吴喆", role: "TECHNICAL", department: "技术部" },
  { username: "quality", displayName: "黄志明", role: "REVIEWER", department: "质检" },
  { username: "purchasing", displayName: "朱晓燕", role: "REVIEWER", department: "采购" },
];

export type Username =
  | "admin"
  | "chief"
  | "director"
  | "clerk"
  | "clerk2"
  | "sales"
  | "keeper"
  | "keeper2"
  | "finance"
  | "production"
  | "technical"
  | "quality"
  | "purchasing";

export class Staff {
  private readonly ids = new Map<string, string>();

  /** Opens an account for everybody through its one-time link, and gives out the duties. */
  async hire(password: string, from: CalendarDate): Promise<void> {
    const first = await createFirstAdmin();
    if (!first)
      throw new Error("This database has people already: the demo company needs an empty one");
    this.ids.set("admin", (await openAccountLink(first.token, password)).id);
    for (const { duties = [], ...person } of COLLEAGUES) {
      const created = await createPerson(
        await this.who("admin"),
        { ...person, phone: null, email: null },
        newKey(),
      );
      const token = created.link?.split("/").at(-1) ?? "";
      this.ids.set(person.username, (await openAccountLink(token, password)).id);
      for (const duty of duties) {
        const input = {
          duty,
          personId: this.id(person.username as Username),
          fromOn: from,
          toOn: null,
        };
        await assignDuty(await this.who("chief"), input, newKey());
      }
    }
  }

  id(username: Username): string {
    const id = this.ids.get(username);
    if (!id) throw new Error(`Nobody is called ${username}`);
    return id;
  }

  /** The person as the database knows them on the day. */
  async who(username: Username): Promise<Actor> {
    const actor = await findActor(this.id(username));
    if (!actor) throw new Error(`${username} cannot act`);
    return actor;
  }
}
