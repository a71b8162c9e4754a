#!/usr/bin/env bash
# Records the sample captures: two hosts and a router as Linux network namespaces, real kernels talking, tcpdump
# listening at the client.
#
#   sudo src/tools/samples/record.sh [SAMPLE...]      (all of public/samples/index.json without arguments)
#
# Needs root, Linux with TUN/TAP and nftables, and iproute2, nftables, tcpdump, Python 3 and Node. Nothing outside the
# namespaces is touched; they and all started programs are gone when the script ends, however it ends. What the hosts
# say is in hosts.py, the delay in wire.py; publish.ts writes the recordings into public/samples.
#
#   client 192.0.2.10 --- 2 ms, 100 Mbit/s --- router --- 8 ms, 10 Mbit/s --- 198.51.100.20, 203.0.113.53 server
#     2001:db8:1::10                                                            2001:db8:2::20
set -euo pipefail

root=$(cd "$(dirname "$0")/../../.." && pwd)
here=$root/src/tools/samples
work=$(mktemp -d)
client=flowladder-client router=flowladder-router server=flowladder-server

# Addresses for documentation: RFC 5737, RFC 3849, and RFC 7042 for the hardware.
mac_client=00:00:5e:00:53:0a mac_router_left=00:00:5e:00:53:01
mac_server=00:00:5e:00:53:14 mac_router_right=00:00:5e:00:53:02

# The samples whose file keeps nanoseconds; the others keep microseconds, as most captures do.
nanoseconds=" lost-segment dns ipv6 "

stop_all() {
  for pid in $(jobs -p); do kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null || true; done
  for name in $client $router $server; do ip netns del $name 2>/dev/null || true; done
}
trap 'stop_all; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

wait_for() { # FILE WORD
  for _ in $(seq 200); do
    grep -qs "$2" "$1" && return
    sleep 0.05
  done
  echo "no \"$2\" in: $(cat "$1")" >&2
  return 1
}

join_by_wire() { # NAMESPACE INTERFACE MAC NAMESPACE INTERFACE MAC MS MBIT
  local log=$work/wire-$2-$5
  python3 "$here/wire.py" fl-a fl-b "$7" "$8" >"$log" &
  wait_for "$log" ready
  plug fl-a "$1" "$2" "$3"
  plug fl-b "$4" "$5" "$6"
}

plug() { # TAP NAMESPACE INTERFACE MAC
  ip link set "$1" netns "$2" name "$3" address "$4"
  # No link-local address: the hosts then have nothing to say but what the sample makes them say.
  ip -n "$2" link set "$3" addrgenmode none
  ip -n "$2" link set "$3" up
}

set_address() { # NAMESPACE INTERFACE ADDRESS...
  local namespace=$1 interface=$2
  shift 2
  for address in "$@"; do
    # Duplicate address detection exists only in IPv6.
    if [[ $address == *:* ]]; then
      ip -n "$namespace" addr add "$address" dev "$interface" nodad
    else
      ip -n "$namespace" addr add "$address" dev "$interface"
    fi
  done
}

know_neighbour() { # NAMESPACE INTERFACE MAC ADDRESS...
  local namespace=$1 interface=$2 mac=$3
  shift 3
  for address in "$@"; do ip -n "$namespace" neigh add "$address" lladdr "$mac" dev "$interface" nud permanent; done
}

# Linux's own defaults, whatever this machine prefers, but for Reno: the congestion control of the textbooks, and the
# only one that every kernel has and lets a namespace choose; and every window probe is answered, where Linux would
# leave some without an answer (tcp_invalid_ratelimit). SYNs are sent again after ever longer times from the first on, as
# RFC 6298 has it; newer kernels begin with several at even distances, older ones do not know the switch.
set_defaults() { # NAMESPACE
  ip netns exec "$1" sysctl -qw net.ipv4.tcp_congestion_control=reno net.ipv4.tcp_timestamps=1 net.ipv4.tcp_sack=1 \
    net.ipv4.tcp_ecn=2 net.ipv4.tcp_invalid_ratelimit=0 \
    net.ipv4.tcp_rmem="4096 131072 6291456" net.ipv4.tcp_wmem="4096 16384 4194304"
  ip netns exec "$1" sysctl -eqw net.ipv4.tcp_syn_linear_timeouts=0
}

# Fresh for each sample: nothing learned in one (round-trip times, windows) shows in the next.
build_network() {
  for name in $client $router $server; do ip netns add $name; ip -n $name link set lo up; done
  join_by_wire $client eth0 $mac_client $router left $mac_router_left 2 100
  join_by_wire $router right $mac_router_right $server eth0 $mac_server 8 10

  set_address $client eth0 192.0.2.10/24 2001:db8:1::10/64
  set_address $router left 192.0.2.1/24 2001:db8:1::1/64
  set_address $router right 198.51.100.1/24 203.0.113.1/24 2001:db8:2::1/64
  set_address $server eth0 198.51.100.20/24 203.0.113.53/24 2001:db8:2::20/64

  know_neighbour $client eth0 $mac_router_left 192.0.2.1 2001:db8:1::1
  know_neighbour $router left $mac_client 192.0.2.10 2001:db8:1::10
  # The last of these addresses nobody has: what is sent there reaches the server, which says nothing.
  know_neighbour $router right $mac_server 198.51.100.20 203.0.113.53 2001:db8:2::20 198.51.100.99
  know_neighbour $server eth0 $mac_router_right 198.51.100.1 2001:db8:2::1

  ip -n $client route add default via 192.0.2.1
  ip -n $client route add default via 2001:db8:1::1
  ip -n $server route add default via 198.51.100.1
  ip -n $server route add default via 2001:db8:2::1

  for name in $client $server; do set_defaults $name; done
  ip netns exec $router sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1
}

# The router loses exactly one packet of those that match: `numgen inc` counts them from 0.
lose() { # NUMBER MATCH...
  local number=$1
  shift
  ip netns exec $router nft -f - <<END
table inet loss {
  chain forward {
    type filter hook forward priority filter;
    $* numgen inc mod 1000000 $number counter drop
  }
}
END
}

lose_what_the_sample_loses() { # SAMPLE
  case $1 in
    lost-segment) lose 6 tcp dport 80 meta length '>' 1000 ;;
    lost-syn) lose 0 tcp dport 80 tcp flags '&' '(syn | ack)' == syn ;;
  esac
}

record() { # SAMPLE
  local sample=$1 precision=micro
  [[ $nanoseconds == *" $sample "* ]] && precision=nano
  build_network
  lose_what_the_sample_loses "$sample"

  # -Z root: as another user tcpdump could not write here.
  ip netns exec $client tcpdump -i eth0 -n -Z root --immediate-mode --time-stamp-precision=$precision \
    -w "$work/$sample.pcap" 'tcp or udp' 2>"$work/$sample.tcpdump" &
  local listener=$!
  wait_for "$work/$sample.tcpdump" listening

  ip netns exec $server python3 "$here/hosts.py" server "$sample" >"$work/$sample.server" &
  local serving=$!
  wait_for "$work/$sample.server" ready
  ip netns exec $client python3 "$here/hosts.py" client "$sample"
  wait $serving

  # The last ACK is still on its way when the programs are done.
  sleep 0.5
  kill $listener
  wait $listener
  stop_all
  echo "recorded $sample"
}

samples=("$@")
if [[ $# -eq 0 ]]; then
  mapfile -t samples < <(node -p "require('$root/public/samples/index.json').map((sample) => sample.id).join('\n')")
fi
for sample in "${samples[@]}"; do record "$sample"; done
node "$root/src/tools/launch.mjs" src/tools/samples/publish.ts "$work" "${samples[@]}"
