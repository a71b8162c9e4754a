/** The place of the panel in which a lesson is made; what is in it is loaded when it is first opened. */
import { useLoaded } from "../parts/use-loaded.ts";

const load = () => import("./LessonEditor.tsx");

export function EditorPanel() {
  const loaded = useLoaded(load);
  return loaded && <loaded.LessonEditor />;
}
