/**
 * Names of ports: those of the IANA Service Name and Transport Protocol Port Number Registry that systems ship, and
 * further names by which terminals show them. Written names come first: they are what a port is called here; the others
 * are only understood.
 */
import type { PortProtocol } from "./print/options.ts";

/** Names of a port of both protocols, each before its port. */
const BOTH =
  "echo 7 discard 9 daytime 13 chargen 19 time 37 tacacs 49 domain 53 kerberos 88 sunrpc 111 snmp 161 snmp-trap " +
  "162 cmip-man 163 cmip-agent 164 rpc2portmap 369 codaauth2 370 ldap 389 svrloc 427 https 443 kpasswd 464 gdomap " +
  "538 rtsp 554 ldaps 636 ldp 646 tinc 655 kerberos4 750 kerberos-master 751 domain-s 853 openvpn 1194 " +
  "datametrics 1645 sa-msg-port 1646 radius 1812 radius-acct 1813 nfs 2049 gnunet 2086 rtcm-sc104 2101 venus 2430 " +
  "venus-se 2431 codasrv 2432 codasrv-se 2433 mon 2583 isns 3205 nut 3493 sip 5060 sip-tls 5061 gnutella-svc 6346 " +
  "gnutella-rtr 6347 asp 27374";

/** The same of TCP alone. */
const TCP =
  "tcpmux 1 systat 11 netstat 15 qotd 17 ftp-data 20 ftp 21 ssh 22 telnet 23 smtp 25 whois 43 gopher 70 finger 79 " +
  "http 80 iso-tsap 102 acr-nema 104 poppassd 106 pop3 110 auth 113 nntp 119 epmap 135 netbios-ssn 139 imap2 143 " +
  "mailq 174 bgp 179 smux 199 qmtp 209 z3950 210 pawserv 345 zserv 346 snpp 444 microsoft-ds 445 submissions 465 " +
  "saft 487 exec 512 login 513 shell 514 printer 515 uucp 540 klogin 543 kshell 544 afpovertcp 548 nntps 563 " +
  "submission 587 nqs 607 qmqp 628 ipp 631 silc 706 kerberos-adm 749 krb-prop 754 moira-db 775 moira-update 777 " +
  "spamd 783 supfilesrv 871 rsync 873 ftps-data 989 ftps 990 telnets 992 imaps 993 pop3s 995 socks 1080 proofd " +
  "1093 rootd 1094 rmiregistry 1099 supfiledbg 1127 skkserv 1178 rmtcfg 1236 xtel 1313 xtelw 1314 lotusnote 1352 " +
  "ms-sql-s 1433 ingreslock 1524 kermit 1649 groupwise 1677 cisco-sccp 2000 gsigatekeeper 2119 iprop 2121 gris " +
  "2135 cvspserver 2401 zebrasrv 2600 zebra 2601 ripd 2602 ripngd 2603 ospfd 2604 bgpd 2605 ospf6d 2606 ospfapi " +
  "2607 isisd 2608 dict 2628 f5-globalsite 2792 gsiftp 2811 gpsd 2947 gds-db 3050 iscsi-target 3260 mysql 3306 " +
  "ms-wbt-server 3389 distcc 3632 daap 3689 svn 3690 suucp 4031 sysrqd 4094 sieve 4190 f5-iquery 4353 epmd 4369 " +
  "remctl 4373 ntske 4460 fax 4557 hylafax 4559 mtn 4691 radmin-port 4899 munin 4949 xmpp-client 5222 xmpp-server " +
  "5269 cfengine 5308 postgresql 5432 freeciv 5556 nrpe 5666 nsca 5667 amqps 5671 amqp 5672 canna 5680 x11 6000 " +
  "x11-1 6001 x11-2 6002 x11-3 6003 x11-4 6004 x11-5 6005 x11-6 6006 x11-7 6007 redis 6379 sge-qmaster 6444 " +
  "sge-execd 6445 mysql-proxy 6446 syslog-tls 6514 sane-port 6566 ircd 6667 ircs-u 6697 bbs 7000 font-service " +
  "7100 zope-ftp 8021 http-alt 8080 tproxy 8081 omniorb 8088 puppet 8140 clc-build-daemon 8990 xinetd 9098 " +
  "bacula-dir 9101 bacula-fd 9102 bacula-sd 9103 git 9418 xmms2 9667 zope 9673 webmin 10000 zabbix-agent 10050 " +
  "zabbix-trapper 10051 amanda 10080 kamanda 10081 amandaidx 10082 amidxtape 10083 nbd 10809 dicom 11112 hkp " +
  "11371 sgi-cad 17004 db-lsp 17500 dcap 22125 gsidcap 22128 wnn6 22273 binkp 24554 csync2 30865 dircproxy 57000 " +
  "tfido 60177 fido 60179";

/** And of UDP alone. */
const UDP =
  "fsp 21 bootps 67 bootpc 68 tftp 69 ntp 123 netbios-ns 137 netbios-dgm 138 xdmcp 177 ipx 213 ptp-event 319 " +
  "ptp-general 320 clearcase 371 isakmp 500 biff 512 who 513 syslog 514 talk 517 ntalk 518 route 520 " +
  "dhcpv6-client 546 dhcpv6-server 547 asf-rmcp 623 passwd-server 752 moira-ureg 779 predict 1210 ms-sql-m 1434 " +
  "l2f 1701 zephyr-srv 2102 zephyr-clt 2103 zephyr-hm 2104 icpv2 3130 ipsec-nat-t 4500 iax 4569 mdns 5353 rplay " +
  "5555 babel 6696 afs3-fileserver 7000 afs3-callback 7001 afs3-prserver 7002 afs3-vlserver 7003 afs3-kaserver " +
  "7004 afs3-volser 7005 afs3-bos 7007 afs3-update 7008 afs3-rmtsys 7009 sgi-cmsd 17001 sgi-crsd 17002 sgi-gcd " +
  "17003";

/** Further names, of either protocol: aliases, and registered names that few systems write. */
const UNDERSTOOD =
  "null 9 sink 9 users 11 quote 17 source 19 ttytst 19 fspd 21 mail 25 timserver 37 nicname 43 www 80 " +
  "kerberos-sec 88 kerberos5 88 krb5 88 tsap 102 pop-3 110 portmapper 111 authentication 113 ident 113 tap 113 " +
  "readnews 119 untp 119 loc-srv 135 imap 143 snmptrap 162 wais 210 Clearcase 371 smtps 465 ssmtp 465 urd 465 " +
  "comsat 512 whod 513 cmd 514 spooler 515 routed 520 router 520 uucpd 540 krcmd 544 snntp 563 kdc 750 " +
  "kerberos-iv 750 kerberos_master 751 passwd_server 752 hprop 754 krb5_prop 754 krb_prop 754 moira_db 775 " +
  "moira_update 777 moira_ureg 779 search-agent 1234 lotusnotes 1352 ncube-lm 1521 old-radius 1645 old-radacct " +
  "1646 l2tp 1701 radacct 1813 ssdp 1900 gtp-control 2123 gtp-user 2152 eforward 2181 etcd-client 2379 " +
  "etcd-server 2380 hbci 3000 redwood-broker 3001 gds_db 3050 icp 3130 stun 3478 apple-sasl 3659 subversion 3690 " +
  "tcpdataserver 3805 terabase 4000 nv-video 4444 vxlan 4789 lrrd 4949 commplex-main 5000 commplex-link 5001 " +
  "fmpro-internal 5003 jabber-client 5222 jabber-server 5269 llmnr 5355 postgres 5432 personal-agent 5555 rptp " +
  "5556 coap 5683 rfb 5900 vnc-server 5900 x11-0 6000 geneve 6081 sun-sr-https 6443 sge_qmaster 6444 sge_execd " +
  "6445 sane 6566 saned 6566 asterisk 6666 arcp 7070 xfs 7100 oma-rlp 7273 cbt 7777 irdmi 8000 vcom-tunnel 8001 " +
  "teradataordbms 8002 mcreport 8003 webcache 8080 sunproxyadmin 8081 us-cli 8082 us-srv 8083 d-s-n 8086 " +
  "radan-http 8088 opsmessaging 8090 intermapper 8181 blp1 8194 pcsync-https 8443 secure-mqtt 8883 ddi-tcp-1 8888 " +
  "bctp 8999 cslistener 9000 etlservicemgr 9001 dynamid 9002 websm 9090 XmlIpcRegSvc 9092 hp-pdl-datastr 9100 " +
  "pdl-datastream 9100 wap-wsp 9200 vrace 9300 distinct 9999 ndmp 10000 scp-config 10001 kubelet 10250 irisa " +
  "11000 sgi-lk 11000 memcache 11211 italk 12345 dnp 20000 mongodb 27017";

/** The pairs of a list. */
function* pairs(list: string): Generator<readonly [name: string, port: number]> {
  const words = list.split(" ");
  for (let at = 0; at + 1 < words.length; at += 2) yield [words[at]!, Number(words[at + 1])];
}

const byPort = (own: string): ReadonlyMap<number, string> =>
  new Map([...pairs(BOTH), ...pairs(own)].map(([name, port]) => [port, name]));
const NAMES: Readonly<Record<PortProtocol, ReadonlyMap<number, string>>> = { tcp: byPort(TCP), udp: byPort(UDP) };

/** Ports by name; a name that TCP and UDP give to different ports is TCP's. */
const PORTS: ReadonlyMap<string, number> = new Map([UNDERSTOOD, UDP, BOTH, TCP].flatMap((list) => [...pairs(list)]));

/** What a port is called; null where nobody gave it a name that is known here. */
export function serviceName(protocol: PortProtocol, port: number): string | null {
  return NAMES[protocol].get(port) ?? null;
}

/** The port with this name; null for a name that is not known here. */
export function servicePort(name: string): number | null {
  return PORTS.get(name) ?? null;
}
