/** What audit rows about base data without an id of their own point to. */
export const COMPANY_SUBJECT_TYPE = "company";
export const COMPANY_SUBJECT_ID = "00000000-0000-7000-8000-000000000001";
export const UNITS_SUBJECT_ID = "00000000-0000-7000-8000-000000000002";
export const CALENDAR_SUBJECT_ID = "00000000-0000-7000-8000-000000000003";
