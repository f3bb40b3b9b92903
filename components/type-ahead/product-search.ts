/** Finds products by code, name, spec, drawing number or pinyin. */
export const PRODUCT_SEARCH_URL = "/api/search/products";
