/** Numbers that the compiler keeps apart although they are all plain numbers at run time. */

declare const brand: unique symbol;

/** A number that only its own constructor makes: rows of one table do not pass for rows of another. */
export type Brand<Name extends string> = number & { readonly [brand]: Name };

/** Row of the packet table, from 0; Wireshark's frame number less one. */
export type PacketIndex = Brand<"PacketIndex">;
/** Row of the connection table, from 0; equals Wireshark's `tcp.stream`. */
export type ConnectionIndex = Brand<"ConnectionIndex">;
/** Row of the address table, from 0. */
export type AddressIndex = Brand<"AddressIndex">;

/** Vouches that a number counts packets from 0. */
export const packetIndex = (row: number) => row as PacketIndex; // the one place where such a number is made
/** Vouches that a number counts connections from 0. */
export const connectionIndex = (row: number) => row as ConnectionIndex; // likewise
/** Vouches that a number counts addresses from 0. */
export const addressIndex = (row: number) => row as AddressIndex; // likewise
