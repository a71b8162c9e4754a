/** The header of the step's packet, with the fields lit that the step is about. */
import { useMemo } from "react";
import { headerDiagram } from "../../core/inspect/diagram.ts";
import { isWithin } from "../../core/inspect/field-path.ts";
import { pathOfKey } from "../../core/inspect/find-path.ts";
import { DiagramCells } from "../header-diagram/DiagramCells.tsx";
import { drawnHeaders, shownHeader } from "../header-diagram/shown-header.ts";
import { useTranslation } from "../translation.ts";
import { useOpenPacket } from "../workbench/open-packet.tsx";
import styles from "./Classroom.module.css";

/** Of the chosen packet; nothing where it has no such field. `fields` are their names. */
export function TaughtHeader({ fields }: { readonly fields: readonly string[] }) {
  const { t } = useTranslation();
  const packet = useOpenPacket();
  const drawn = useMemo(() => {
    const layers = packet?.details.layers ?? [];
    const lit = fields.flatMap((key) => pathOfKey(layers, key) ?? []);
    const headers = drawnHeaders(layers);
    const wanted = headers.find(({ path }) => lit[0] !== undefined && isWithin(lit[0], path))?.path;
    const header = wanted === undefined ? undefined : shownHeader(headers, wanted);
    return header && { lit, cells: headerDiagram(header.layer, header.path) };
  }, [packet, fields]);
  if (!drawn) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a field set is for the fields of a form
    <div role="group" aria-label={t("packet.diagram.title")} className={styles.header}>
      <DiagramCells cells={drawn.cells} compared={null} lit={drawn.lit} />
    </div>
  );
}
