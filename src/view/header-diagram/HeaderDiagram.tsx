/** A header of the chosen packet as the RFCs draw it, 32 bits wide, with the values that it holds. */
import { memo, useMemo } from "react";
import { headerDiagram } from "../../core/inspect/diagram.ts";
import type { Layer } from "../../core/protocols/inspection.ts";
import { showLayer } from "../../store/actions.ts";
import { shownLayer } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import head from "../parts/head.module.css";
import { shortName } from "../parts/packet-words.ts";
import { TabList } from "../parts/TabList.tsx";
import { WhatIsThis } from "../parts/WhatIsThis.tsx";
import { useTranslation } from "../translation.ts";
import { useOpenPacket } from "../workbench/open-packet.tsx";
import { differing } from "./compared-cells.ts";
import { DiagramCells } from "./DiagramCells.tsx";
import styles from "./HeaderDiagram.module.css";
import { Ruler } from "./Ruler.tsx";
import { HEADER_NAMES } from "./short-names.ts";
import { drawnHeaders, shownHeader } from "./shown-header.ts";
import { useCompared } from "./use-compared.ts";

export const HeaderDiagram = memo(function HeaderDiagram() {
  const { t } = useTranslation();
  const packet = useOpenPacket();
  const wanted = useStore(shownLayer);
  const headers = useMemo(() => drawnHeaders(packet?.details.layers ?? []), [packet]);
  const shown = shownHeader(headers, wanted);
  const protocol = shown ? headerName(shown.layer) : "";
  const tabs = headers.map(({ path, layer }) => ({ id: path, label: headerName(layer) }));
  return (
    <>
      <div className={head.head}>
        <h2>{shown ? t("packet.diagram.header", { protocol }) : t("packet.diagram.title")}</h2>
        {shown && <WhatIsThis within={shown.path} />}
        <span className={head.space} />
        {shown && (
          <TabList
            label={t("packet.diagram.layers")}
            tabs={tabs}
            selected={shown.path}
            panel="header-diagram"
            onSelect={showLayer}
          />
        )}
      </div>
      {shown ? (
        <div role="tabpanel" id="header-diagram" aria-label={protocol} className={styles.scroller}>
          <Diagram path={shown.path} layer={shown.layer} row={packet?.row ?? -1} />
        </div>
      ) : (
        packet && <p className={styles.none}>{t("packet.diagram.none")}</p>
      )}
    </>
  );
});

function headerName({ key }: Layer): string {
  return HEADER_NAMES[key] ?? shortName(key);
}

interface DiagramProps {
  readonly path: string;
  readonly layer: Layer;
  /** Of the packet table. */
  readonly row: number;
}

function Diagram({ path, layer, row }: DiagramProps) {
  const { t } = useTranslation();
  const cells = useMemo(() => headerDiagram(layer, path), [layer, path]);
  const other = useCompared(row);
  const compared = useMemo(
    () => other && { number: other.row + 1, values: differing(cells, other.details.layers) },
    [cells, other],
  );
  return (
    <>
      {compared && (
        <p className={styles.compared}>
          {t("header.compared", { count: compared.values.size, number: compared.number })}
        </p>
      )}
      <Ruler />
      {/* biome-ignore lint/a11y/useSemanticElements: a field set is for the fields of a form */}
      <div role="group" aria-label={t("packet.diagram.title")}>
        <DiagramCells cells={cells} compared={compared} />
      </div>
    </>
  );
}
