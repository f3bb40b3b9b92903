import type { Messages as CatalogueMessages } from "./catalogue";
import type { Locale as AppLocale } from "./locale";

declare module "next-intl" {
  interface AppConfig {
    Locale: AppLocale;
    Messages: CatalogueMessages;
  }
}
