/** Addresses by the names that a capture has for them. */

/** Addresses as they are written, by row of the address table. */
export interface AddressTexts {
  readonly length: number;
  /** Empty for -1 and rows past the end. */
  text(row: number): string;
}

export class NamedAddresses implements AddressTexts {
  private readonly addresses: AddressTexts;
  private readonly names: ReadonlyMap<string, string>;

  /** `names` by the addresses as `addresses` writes them; what has none stays as it is. */
  constructor(addresses: AddressTexts, names: ReadonlyMap<string, string>) {
    this.addresses = addresses;
    this.names = names;
  }

  get length(): number {
    return this.addresses.length;
  }

  text(row: number): string {
    const address = this.addresses.text(row);
    return this.names.get(address) ?? address;
  }

  /** The address that `text` has another name for; empty where it writes the address itself. */
  behind(row: number): string {
    const address = this.addresses.text(row);
    return this.names.has(address) ? address : "";
  }
}
