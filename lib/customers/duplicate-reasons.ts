/** Why an existing customer may be the one that is being typed. */
export type DuplicateReason = "name" | "former_name" | "similar_name" | "tax_id" | "phone";
