"use server";
import { defineAction } from "@/lib/server/define-action";
import { changeSetting } from "./change-setting";
import { removeCompanyImage } from "./company-images";
import { saveBankAccount } from "./save-bank-account";
import { saveClauseTemplate } from "./save-clause-template";
import { saveCompany } from "./save-company";
import { saveCourier } from "./save-courier";
import { saveUnit } from "./save-unit";
import {
  changeSettingInput,
  removeCompanyImageInput,
  saveBankAccountInput,
  saveClauseTemplateInput,
  saveCompanyInput,
  saveCourierInput,
  saveUnitInput,
  setCalendarDaysInput,
  setUpCompanyInput,
} from "./schema";
import { setCalendarDays } from "./set-calendar-day";
import { setUpCompany } from "./set-up-company";

/** Settings marked ● ask for `setting:change_limits` in the use-case. */
export const changeSettingAction = defineAction({
  permission: "setting:change",
  input: changeSettingInput,
  run: changeSetting,
});

export const saveCompanyAction = defineAction({
  permission: "company:edit",
  input: saveCompanyInput,
  run: saveCompany,
});

export const removeCompanyImageAction = defineAction({
  permission: "company:edit",
  input: removeCompanyImageInput,
  run: removeCompanyImage,
});

export const setUpCompanyAction = defineAction({
  permission: "company:edit",
  input: setUpCompanyInput,
  run: setUpCompany,
});

export const saveBankAccountAction = defineAction({
  permission: "company:edit",
  input: saveBankAccountInput,
  run: saveBankAccount,
});

export const saveCourierAction = defineAction({
  permission: "company:edit",
  input: saveCourierInput,
  run: saveCourier,
});

export const saveUnitAction = defineAction({
  permission: "company:edit",
  input: saveUnitInput,
  run: saveUnit,
});

export const saveClauseTemplateAction = defineAction({
  permission: "company:edit",
  input: saveClauseTemplateInput,
  run: saveClauseTemplate,
});

export const setCalendarDaysAction = defineAction({
  permission: "company:edit",
  input: setCalendarDaysInput,
  run: setCalendarDays,
});
