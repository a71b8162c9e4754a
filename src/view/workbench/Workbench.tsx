/** The panels of an open capture, as the window has room for them. */
import { useEffect, useState } from "react";
import { isEditorShown } from "../../store/lesson-draft.ts";
import { openCapture } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { Bytes } from "../bytes/Bytes.tsx";
import { Connections } from "../connections/Connections.tsx";
import { ConnectionsMenu } from "../connections/ConnectionsMenu.tsx";
import { Details } from "../details/Details.tsx";
import { ExplainPanel } from "../explain/ExplainPanel.tsx";
import { HeaderDiagram } from "../header-diagram/HeaderDiagram.tsx";
import { LadderPanel } from "../ladder/LadderPanel.tsx";
import { EditorPanel } from "../lesson-editor/EditorPanel.tsx";
import { ListPanel } from "../packet-list/ListPanel.tsx";
import head from "../parts/head.module.css";
import { type SizeClass, useSizeClass } from "../parts/size-class.ts";
import { TabList } from "../parts/TabList.tsx";
import { ConnectionSummary } from "../summary/ConnectionSummary.tsx";
import { useTranslation } from "../translation.ts";
import { EmptyCapture } from "./EmptyCapture.tsx";
import { OpenPacketProvider } from "./open-packet.tsx";
import { Panel } from "./Panel.tsx";
import { PanelSplitter, usePanelSizes, type WorkbenchSizes } from "./panel-sizes.tsx";
import styles from "./Workbench.module.css";

export function Workbench() {
  const size = useSizeClass();
  const isEmpty = useStore((state) => {
    const capture = openCapture(state);
    return capture?.packets.length === 0 && capture.state !== "reading";
  });
  if (isEmpty) return <EmptyCapture />;
  return (
    <OpenPacketProvider>
      {size === "phone" ? <OnePane /> : size === "tablet" ? <TwoPanes /> : <AllPanels size={size} />}
    </OpenPacketProvider>
  );
}

/** Whether the bar at the top has the menu of connections: there is no room for their panel, but for a button there. */
export const hasBarMenu = (size: SizeClass) => size === "small" || size === "tablet";

function AllPanels({ size }: { readonly size: SizeClass }) {
  const { t } = useTranslation();
  const sizes = usePanelSizes(size);
  const hasLeft = !hasBarMenu(size);
  const isEditing = useStore(isEditorShown);
  return (
    <main className={`${styles.all} ${hasLeft ? "" : styles.withoutLeft}`} style={sizes.style}>
      {hasLeft && (
        <>
          <Panel className={styles.connections}>
            <Connections />
            <ConnectionSummary />
          </Panel>
          <PanelSplitter sizes={sizes} panel="left" label={t("panels.resizeConnections")} className={styles.atLeft} />
        </>
      )}
      <Panel className={styles.ladder}>
        <LadderPanel />
      </Panel>
      <PanelSplitter sizes={sizes} panel="list" label={t("panels.resizePackets")} className={styles.atList} />
      <Panel className={styles.list}>
        <ListPanel />
      </Panel>
      <PanelSplitter sizes={sizes} panel="right" label={t("panels.resizeDetails")} className={styles.atRight} />
      {isEditing ? (
        <Panel className={styles.editor}>
          <EditorPanel />
        </Panel>
      ) : (
        <PacketPanels sizes={sizes} />
      )}
    </main>
  );
}

/** All about the chosen packet. */
function PacketPanels({ sizes }: { readonly sizes: WorkbenchSizes }) {
  const { t } = useTranslation();
  return (
    <div className={styles.packet}>
      <Panel className={styles.explain}>
        <ExplainPanel />
      </Panel>
      <Panel className={styles.diagram}>
        <HeaderDiagram />
      </Panel>
      <Panel className={styles.details}>
        <Details />
      </Panel>
      <PanelSplitter sizes={sizes} panel="bytes" label={t("panels.resizeBytes")} className={styles.atBytes} />
      <Panel className={styles.bytes}>
        <Bytes />
      </Panel>
    </div>
  );
}

const LOWER = ["packets", "details", "bytes"] as const;

function TwoPanes() {
  const { t } = useTranslation();
  const sizes = usePanelSizes("tablet");
  const isEditing = useStore(isEditorShown);
  const [tab, setTab] = useState<(typeof LOWER)[number]>("packets");
  const tabs = LOWER.map((id) => ({ id, label: t(`panels.${id}`) }));
  return (
    <main className={styles.two} style={sizes.style}>
      <Panel className={styles.ladder}>
        <LadderPanel />
      </Panel>
      <PanelSplitter sizes={sizes} panel="list" label={t("panels.resizePackets")} className={styles.atList} />
      {isEditing && (
        <Panel className={styles.lower}>
          <EditorPanel />
        </Panel>
      )}
      <div className={styles.lower} hidden={isEditing}>
        <div className={head.head}>
          <TabList label={t("panels.lower")} tabs={tabs} selected={tab} panel="lower-panel" onSelect={setTab} />
        </div>
        <div role="tabpanel" id="lower-panel" aria-label={t(`panels.${tab}`)} className={styles.tabPanel}>
          {tab === "packets" && <PacketsTab />}
          {tab === "details" && <DetailsTab />}
          {tab === "bytes" && <BytesTab />}
        </div>
      </div>
    </main>
  );
}

const VIEWS = ["ladder", "packets", "details", "lesson"] as const;

function OnePane() {
  const { t } = useTranslation();
  const [chosen, setTab] = useState<(typeof VIEWS)[number]>("ladder");
  const isEditing = useStore(isEditorShown);
  useEffect(() => setTab(isEditing ? "lesson" : "ladder"), [isEditing]);
  const tab = chosen === "lesson" && !isEditing ? "ladder" : chosen;
  const views = isEditing ? VIEWS : VIEWS.slice(0, -1);
  const tabs = views.map((id) => ({ id, label: t(`panels.${id}`) }));
  return (
    <main className={styles.one}>
      <div className={`${head.head} ${styles.views}`}>
        <TabList label={t("panels.views")} tabs={tabs} selected={tab} panel="view-panel" onSelect={setTab} />
        <span className={head.space} />
        <ConnectionsMenu />
      </div>
      <div role="tabpanel" id="view-panel" aria-label={t(`panels.${tab}`)} className={styles.tabPanel}>
        {tab === "ladder" && (
          <Panel className={styles.whole}>
            <LadderPanel />
          </Panel>
        )}
        {tab === "packets" && <PacketsTab />}
        {tab === "lesson" && (
          <Panel className={styles.whole}>
            <EditorPanel />
          </Panel>
        )}
        {tab === "details" && (
          <div className={styles.stack}>
            <DetailsTab />
            <BytesTab />
          </div>
        )}
      </div>
    </main>
  );
}

function PacketsTab() {
  return (
    <Panel className={styles.whole}>
      <ListPanel />
    </Panel>
  );
}

function DetailsTab() {
  return (
    <div className={styles.sideBySide}>
      <div className={styles.upper}>
        <Panel className={styles.explain}>
          <ExplainPanel />
        </Panel>
        <Panel className={styles.diagram}>
          <HeaderDiagram />
        </Panel>
      </div>
      <Panel className={styles.details}>
        <Details />
      </Panel>
    </div>
  );
}

function BytesTab() {
  return (
    <Panel className={styles.bytes}>
      <Bytes />
    </Panel>
  );
}
