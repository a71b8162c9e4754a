/** Amounts as people read them: three digits that count, and a unit that fits. */
import type { TFunction } from "i18next";
import { useTranslation } from "../translation.ts";

const BYTE_UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** Bytes: "725 bytes", "24.2 kB", "94 MB". */
export function bytesText(bytes: number, language: string): string {
  let step = 0;
  let value = bytes;
  while (value >= 999.5 && step < BYTE_UNITS.length - 1) {
    value /= 1000;
    step++;
  }
  const unit = BYTE_UNITS[step]!; // bounded by the loop
  // The short form of "byte" is "byte" in English, whatever the number.
  const unitDisplay = step === 0 ? "long" : "short";
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay, maximumSignificantDigits: 3 }).format(
    value,
  );
}

/** A duration in nanoseconds: "46.8 ms", "5.54 s", "12.3 min". */
export function durationText(nanoseconds: number, language: string, t: TFunction): string {
  const number = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 });
  const write = (divisor: number) => ({ value: number.format(nanoseconds / divisor) });
  if (nanoseconds < 1e6) return t("units.microseconds", write(1e3));
  if (nanoseconds < 999.5e6) return t("units.milliseconds", write(1e6));
  if (nanoseconds < 120e9) return t("units.seconds", write(1e9));
  if (nanoseconds < 7200e9) return t("units.minutes", write(60e9));
  return t("units.hours", write(3600e9));
}

/** The two in the language of the page. */
export function useAmounts() {
  const { t, language } = useTranslation();
  return {
    bytes: (bytes: number) => bytesText(bytes, language),
    duration: (nanoseconds: number) => durationText(nanoseconds, language, t),
  };
}
