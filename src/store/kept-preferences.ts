/** Where the reader's preferences are kept: written when they change, not with each change of the state. */
import { createJSONStorage, type PersistStorage } from "zustand/middleware";

/** What is kept. */
interface Kept<Preferences> {
  readonly preferences: Preferences;
}

/** This machine's storage; undefined where there is none. */
export function keptPreferences<Preferences>(): PersistStorage<Kept<Preferences>> | undefined {
  const storage = createJSONStorage<Kept<Preferences>>(() => localStorage);
  let written: Preferences | null = null;
  return (
    storage && {
      ...storage,
      setItem(name, value) {
        if (value.state.preferences === written) return;
        written = value.state.preferences;
        return storage.setItem(name, value);
      },
    }
  );
}
