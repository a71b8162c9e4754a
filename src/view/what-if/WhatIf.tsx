/** What would follow if a packet were lost, late or doubled: the model of its connection, or why there is none. */
import { useMemo } from "react";
import type { Capture } from "../../store/capture.ts";
import type { ConnectionFacts } from "../../store/connection-facts.ts";
import { connectionOf } from "../../store/connection-rows.ts";
import { scriptOf } from "../../store/what-if-model.ts";
import { useConnectionFacts } from "../summary/use-connection-facts.ts";
import { useTranslation } from "../translation.ts";
import { Model } from "./Model.tsx";
import styles from "./WhatIf.module.css";

interface WhatIfProps {
  readonly capture: Capture;
  /** Row of the packet table. */
  readonly packet: number;
}

export function WhatIf({ capture, packet }: WhatIfProps) {
  const { t } = useTranslation();
  const facts = useConnectionFacts(capture, connectionOf(capture, packet));
  if (!facts) return <p className={styles.said}>{capture.state === "reading" ? t("whatIf.reading") : ""}</p>;
  return <Scripted capture={capture} packet={packet} facts={facts} />;
}

function Scripted({ capture, packet, facts }: WhatIfProps & { readonly facts: ConnectionFacts }) {
  const { t } = useTranslation();
  const script = useMemo(() => scriptOf(capture, facts), [capture, facts]);
  if (typeof script === "string") return <p className={styles.said}>{t(`whatIf.none.${script}`)}</p>;
  return <Model capture={capture} packet={packet} facts={facts} script={script} />;
}
