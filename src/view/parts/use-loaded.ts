/** What is loaded only when it is first asked for. */
import { useEffect, useState } from "react";
import { working } from "../../store/idle.ts";

/** The module that `load` imports; null until it is there. `load` is the same function each time. */
export function useLoaded<Module>(load: () => Promise<Module>): Module | null {
  const [loaded, setLoaded] = useState<Module | null>(null);
  useEffect(() => {
    working(load()).then(
      (module) => setLoaded(() => module),
      (fault) =>
        setLoaded(() => {
          throw fault; // while drawing, where the boundary catches it
        }),
    );
  }, [load]);
  return loaded;
}
