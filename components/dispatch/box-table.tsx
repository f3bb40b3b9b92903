import { useTranslations } from "next-intl";
import { PlainTable } from "@/components/ui/plain-table";
import { QuantityText } from "@/components/ui/quantity-text";
import type { PackingBoxRow } from "@/lib/dispatch/queries";

/** The boxes as they were packed. */
export function BoxTable({ boxes }: { boxes: readonly PackingBoxRow[] }) {
  const t = useTranslations("dispatch");
  const size = ({ lengthCm, widthCm, heightCm }: PackingBoxRow) =>
    [lengthCm, widthCm, heightCm].every((side) => side !== null)
      ? `${lengthCm} × ${widthCm} × ${heightCm}`
      : "—";
  return (
    <PlainTable
      caption={t("boxes.boxes_caption")}
      head={[
        t("boxes.box_no"),
        t("boxes.package"),
        t("boxes.size"),
        t("boxes.net"),
        t("boxes.gross"),
      ]}
      rows={boxes.map((box) => ({
        id: box.id,
        cells: [
          `${box.boxNo}/${boxes.length}`,
          t(`package_types.${box.packageType as "CARTON"}`),
          size(box),
          <QuantityText key="net" quantity={box.netWeightKg} />,
          <QuantityText key="gross" quantity={box.grossWeightKg} />,
        ],
      }))}
    />
  );
}
