"""What other tools of macOS print, cut short. Names, numbers and addresses in it are nobody's.

The forms follow Apple's manual pages and recordings of real Macs in the tests of public projects.
"""
# ruff: noqa: E501 (the tools print long lines)

# pmset(1) -g batt.
ON_BATTERY = (
    "Now drawing from 'Battery Power'\n"
    " -InternalBattery-0 (id=22675555)\t64%; discharging; 3:12 remaining present: true\n"
)
# systemextensionsctl(8) list; the form in OnionGate's test.
EXTENSIONS = """\
4 extension(s)
--- com.apple.system_extension.network_extension (Go to 'System Settings > General > Login Items & Extensions')
enabled\tactive\tteamID\tbundleID (version)\tname\t[state]
\t*\tJ6S6Q257EK\tch.protonvpn.mac.Transparent-Proxy (6.5.1/6.5.1)\tProton VPN Split\t[activated waiting for user]
*\t*\tUBF8T346G9\tcom.microsoft.wdav.netext (101.98.30/101.98.30)\tDefender Network\t[activated enabled]
--- com.apple.system_extension.endpoint_security (Go to 'System Settings > General > Login Items & Extensions')
enabled\tactive\tteamID\tbundleID (version)\tname\t[state]
*\t*\tUBF8T346G9\tcom.microsoft.wdav.epsext (101.98.30/101.98.30)\tMicrosoft Defender\t[activated enabled]
\t\tUBF8T346G9\tcom.microsoft.wdav.epsext (101.97.1/101.97.1)\tMicrosoft Defender\t[terminated waiting to uninstall on reboot]
"""
# launchctl(1), the legacy subcommand list.
AGENTS = """\
PID\tStatus\tLabel
-\t0\tcom.apple.SafariHistoryServiceAgent
-\t-9\tcom.apple.progressd
-\t78\tcom.apple.broken
512\t1\tcom.adobe.AdobeCreativeCloud
-\t78\tcom.example.sync
-\t-15\tcom.example.ended
831\t0\tapplication.com.apple.Terminal.1152921500311884985.1152921500311884990
"""
# lpstat(1) of CUPS.
QUEUES = """\
scheduler is running
system default destination: HP_LaserJet_M404
device for HP_LaserJet_M404: ipps://HP%20LaserJet._ipps._tcp.local./?uuid=0000
device for Label: usb://DYMO/LabelWriter%20450?serial=01010112345600
device for Reception: smb://anna:secret@print01/reception
printer HP_LaserJet_M404 now printing HP_LaserJet_M404-12.  enabled since Wed Nov 25 10:00:00 2026
\tConnecting to printer.
printer Label disabled since Wed Nov 25 09:00:00 2026 -
\tThe printer is offline.
printer Reception is idle.  enabled since Tue Nov 24 08:00:00 2026
HP_LaserJet_M404-12     anna              1024   Wed Nov 25 10:00:00 2026
HP_LaserJet_M404-13     anna              9216   Wed Nov 25 10:01:00 2026
Label-9                 anna              1024   Wed Nov 25 09:00:00 2026
"""
# log(1) show --style ndjson; the form of the samples in OpenTelemetry's receiver.
LOG = (
    '{"timestamp":"2026-11-25 10:54:42.063082+0100","machTimestamp":12868010147176,"threadID":11537025,'
    '"bootUUID":"BOOT-A","eventMessage":"disk0: I\\/O error.","messageType":"Fault","eventType":"logEvent",'
    '"subsystem":"","category":"","processID":0,"processImagePath":"\\/kernel","userID":0}\n'
    '{"timestamp":"2026-11-25 10:49:00.000001+0100","eventMessage":"Could not find <private>",'
    '"messageType":"Error","eventType":"logEvent","subsystem":"com.apple.bluetooth","category":"Server",'
    '"processID":401,"processImagePath":"\\/usr\\/sbin\\/bluetoothd","senderImagePath":"\\/usr\\/sbin\\/x"}\n'
    '{"timestamp":"2026-11-25 10:49:01.000001+0100","eventMessage":"hello","messageType":"Default"}\n'
    '{"count":3,"finished":1}\n'
)
# ifconfig(8); the form of GLPI's recordings macbook-m1-pro-2021-macosx-14.5 and others.
INTERFACES = """\
lo0: flags=8049<UP,LOOPBACK,RUNNING,MULTICAST> mtu 16384
\tinet 127.0.0.1 netmask 0xff000000
gif0: flags=8010<POINTOPOINT,MULTICAST> mtu 1280
en1: flags=8963<UP,BROADCAST,SMART,RUNNING,PROMISC,SIMPLEX,MULTICAST>
mtu 1500
\toptions=460<TSO4,TSO6,CHANNEL_IO>
\tether 36:00:00:00:00:40
\tmedia: autoselect <full-duplex>
\tstatus: inactive
en7: flags=8863<UP,BROADCAST,SMART,RUNNING,SIMPLEX,MULTICAST> mtu 1500
\toptions=6467<RXCSUM,TXCSUM,VLAN_MTU,TSO4,TSO6,CHANNEL_IO>
\tether 00:e0:4c:00:00:01
\tinet6 fe80::b:c:d:a%en7 prefixlen 64 secured scopeid 0xf
\tinet 10.1.2.3 netmask 0xfffffe00 broadcast 10.1.3.255
\tnd6 options=201<PERFORMNUD,DAD>
\tmedia: autoselect (1000baseT <full-duplex>)
\tstatus: active
bridge0: flags=8863<UP,BROADCAST,SMART,RUNNING,SIMPLEX,MULTICAST> mtu 1500
\tether 36:00:00:00:00:40
\tmember: en1 flags=3<LEARNING,DISCOVER>
\t        ifmaxaddr 0 port 10 priority 0 path cost 0
\tmedia: <unknown type>
\tstatus: inactive
utun3: flags=8051<UP,POINTOPOINT,RUNNING,MULTICAST> mtu 1380
\tinet 10.9.0.2 --> 10.9.0.1 netmask 0xffffffff
"""
# netstat(1) -rn of macOS 14; before Catalina it had two columns more.
ROUTES = """\
Routing tables

Internet:
Destination        Gateway            Flags               Netif Expire
default            10.1.2.1           UGScg                 en7       \n\
10.1.2/23          link#15            UCS                   en7      !
10.1.2.1           a0:c5:f2:0:0:f2    UHLWIir               en7   1195
127.0.0.1          127.0.0.1          UH                    lo0       \n
Internet6:
Destination                             Gateway                                 Flags               Netif Expire
default                                 fe80::%utun3                            UGcIg               utun3       \n\
fe80::b:c:d:a%en7                       0:e0:4c:0:0:1                           UHLI                  lo0       \n"""
OLDER_ROUTES = """\
Internet:
Destination        Gateway            Flags        Refs      Use   Netif Expire
default            192.168.1.1        UGSc           41        0     en0
192.168.1.1        8c:c:a3:35:34:8f   UHLWIir         5        0     en0   1192
"""
NEIGHBOURS = """\
? (10.1.2.1) at a0:c5:f2:0:0:f2 on en7 ifscope [ethernet]
? (10.1.2.9) at (incomplete) on en7 ifscope [ethernet]
? (224.0.0.251) at 1:0:5e:0:0:fb on en7 ifscope permanent [ethernet]
"""
HOSTS = """\
##
# Host Database
##
127.0.0.1\tlocalhost
255.255.255.255\tbroadcasthost
::1             localhost
fe80::1%lo0\tlocalhost
10.1.2.50  intranet  intranet.example.com  # since the move
"""
# traceroute(8) -n -q 1; its heading goes to the other stream.
WAY = " 1  10.1.2.1  2.345 ms\n 2  *\n 3  2001:db8::1  31.002 ms\n12  203.0.113.7  40 ms !X\n"
# mount(8).
MOUNTS = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
//anna:pass%40word@nas._smb._tcp.local/Team on /Volumes/Team on sea (1) (smbfs, nodev, nosuid, mounted by anna)
nas:/export/backups on /Volumes/backups (nfs, nodev, nosuid)
https://anna@dav.example.com/files/ on /Volumes/files (webdav, nodev)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
"""
# scutil(8) --nc list; the form in vpnbar's test.
CONNECTIONS = """\
Available network connection services in the current set (*=enabled):
* (Disconnected)   F866AE22-4EC1-4524-8769-86A290A0C582 VPN (com.wireguard.macos) "Office "new" [1]"  [VPN:com.wireguard.macos]
* (Connected)      65F5A798-4B98-4DA1-87D8-9D605FFF6188 PPP --> L2TP       "Company"                      [PPP:L2TP]
  (Connecting)     11111111-2222-3333-4444-555555555555 IPSec "Old office"                              [IPSec]
* (Disconnected)   9798DAED-21C7-44A1-B382-EFCE7E1373F1 PPP --> Modem (usbmodem1411) "Arduino Uno"  [PPP:Modem]
"""
# dsconfigad(8) -show; the form of pymacad's test.
IN_A_DOMAIN = """\

Active Directory Forest          = corp.example.com
Active Directory Domain          = corp.example.com
Computer Account                 = mac-01$

Advanced Options - User Experience
  Create mobile account at login = Disabled
"""
# app-sso(1) platform -s.
SINGLE_SIGN_ON = """\
Device Configuration:
 {
    extensionIdentifier = "com.microsoft.CompanyPortalMac.ssoextension";
    type = Credential;
 }
"""
NO_SINGLE_SIGN_ON = "Time: 2026-10-06 19:08:09 +0000\n\nDevice Configuration:\n (null)\n"
# scutil(8) --nwi.
REACHED = """\
Network information

IPv4 network interface information
     en0 : flags      : 0x7 (IPv4,IPv6,DNS)
           address    : 192.168.8.105
           reach      : 0x00000002 (Reachable)

   REACH : flags 0x00000002 (Reachable)

IPv6 network interface information
   No IPv6 states found


   REACH : flags 0x00000000 (Not Reachable)

Network interfaces: en0
"""


def plist(body: str) -> bytes:
    """Return a property list as macOS writes it."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" '
        f'"http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0">{body}</plist>\n'
    ).encode()


# InstallHistory.plist; the form in GRR's test.
HISTORY = plist(
    """<array>
<dict><key>date</key><date>2026-04-17T01:25:11Z</date><key>displayName</key><string>macOS 26.4</string>
 <key>displayVersion</key><string>26.4</string><key>processName</key><string>softwareupdated</string></dict>
<dict><key>date</key><date>2026-11-20T09:00:00Z</date><key>displayName</key><string>WhatsApp</string>
 <key>displayVersion</key><string>26.14.85</string>
 <key>packageIdentifiers</key><array><string>net.whatsapp.WhatsApp</string></array>
 <key>processName</key><string>appstoreagent</string></dict>
<dict><key>contentType</key><string>config-data</string><key>date</key><date>2026-11-24T09:00:00Z</date>
 <key>displayName</key><string>XProtectPlistConfigData</string><key>displayVersion</key><string>5300</string>
 <key>processName</key><string>softwareupdated</string></dict>
<dict><key>date</key><date>2026-11-01T07:30:00Z</date><key>displayName</key><string>macOS 26.6.1</string>
 <key>displayVersion</key><string>26.6.1</string><key>processName</key><string>softwareupdated</string></dict>
</array>"""
)
# com.apple.SoftwareUpdate.plist; 26.6.1 was installed, and is still on the list.
OFFERS = plist(
    """<dict><key>LastRecommendedUpdatesAvailable</key><integer>2</integer><key>RecommendedUpdates</key><array>
<dict><key>Display Name</key><string>macOS Tahoe 26.6.1</string><key>Display Version</key><string>26.6.1</string>
 <key>Product Key</key><string>MSU_UPDATE_25G82_patch_26.6.1_minor</string></dict>
<dict><key>Display Name</key><string>Command Line Tools for Xcode 26.6</string>
 <key>Display Version</key><string>26.6</string></dict>
</array></dict>"""
)
# diskutil(8) list -plist physical, and info -plist.
DISKS = plist(
    "<dict><key>AllDisks</key><array><string>disk0</string><string>disk0s1</string></array>"
    "<key>WholeDisks</key><array><string>disk0</string><string>disk4</string></array></dict>"
)
DISK0 = plist(
    """<dict><key>BusProtocol</key><string>Apple Fabric</string><key>DeviceIdentifier</key><string>disk0</string>
<key>IORegistryEntryName</key><string>APPLE SSD AP0512Z Media</string><key>Internal</key><true/>
<key>MediaName</key><string>APPLE SSD AP0512Z</string>
<key>SMARTDeviceSpecificKeysMayVaryNotGuaranteed</key><dict><key>AVAILABLE_SPARE</key><integer>100</integer>
 <key>PERCENTAGE_USED</key><integer>7</integer><key>TEMPERATURE</key><integer>318</integer></dict>
<key>SMARTStatus</key><string>Verified</string><key>Size</key><integer>500277792768</integer>
<key>SolidState</key><true/></dict>"""
)
DISK4 = plist(
    """<dict><key>BusProtocol</key><string>SATA</string><key>DeviceIdentifier</key><string>disk4</string>
<key>MediaName</key><string>WDC WD10EZEX-08WN4A0</string><key>SMARTStatus</key><string>Failing</string>
<key>Size</key><integer>1000204886016</integer><key>SolidState</key><false/></dict>"""
)
TEAMVIEWER = plist("<dict><key>ClientID</key><integer>1234567890</integer></dict>")
INFO = plist(
    "<dict><key>CFBundleName</key><string>Mail</string><key>CFBundleVersion</key><string>3731.700.6</string>"
    "<key>CFBundleShortVersionString</key><string>16.0</string></dict>"
)
# Crash reports, as Apple's "Interpreting the JSON format of a crash report" describes them.
IPS = (
    '{"app_name":"Numbers","timestamp":"2026-11-25 09:12:44.00 +0100","app_version":"14.4","slice_uuid":"0",'
    '"build_version":"7043","platform":1,"bundleID":"com.apple.iWork.Numbers","bug_type":"309",'
    '"os_version":"macOS 26.4 (25E246)","incident_id":"0","name":"Numbers"}\n'
    "{\n"
    '  "procPath" : "\\/Applications\\/Numbers.app\\/Contents\\/MacOS\\/Numbers",\n'
    '  "exception" : {"codes":"0x0, 0x0","type":"EXC_CRASH","signal":"SIGABRT"},\n'
    '  "termination" : {"flags":0,"code":6,"namespace":"SIGNAL","indicator":"Abort trap: 6"},\n'
    '  "asi" : {"libsystem_c.dylib":["\\/Users\\/anna\\/Desktop\\/salaries.numbers"]},\n'
    '  "faultingThread" : 1,\n'
    '  "threads" : [{"id":1,"frames":[]},{"triggered":true,"id":2,"frames":['
    '{"imageOffset":1,"symbol":"__pthread_kill","imageIndex":1},{"imageOffset":2,"imageIndex":0}]}],\n'
    '  "usedImages" : [{"name":"TSTables","path":"\\/Users\\/anna\\/x"},{"name":"libsystem_kernel.dylib"}]\n'
    "}\n"
)
HANG = '{"bug_type":"288","timestamp":"2026-11-25 09:00:00.00 +0100","name":"Finder"}\n{}\n'
PANIC = '{"bug_type":"210","timestamp":"2026-11-25 08:00:00.00 +0100","os_version":"macOS 26.4"}\n{"panicString":"x"}\n'
OLD_CRASH = """\
Process:               Mail [1234]
Path:                  /System/Applications/Mail.app/Contents/MacOS/Mail
Identifier:            com.apple.mail
Version:               13.4 (3608.120.23.2.7)
Code Type:             X86-64 (Native)
Parent Process:        ??? [1]
User ID:               501

Date/Time:             2026-11-25 10:11:12.345 +0100
OS Version:            Mac OS X 10.15.7 (19H15)

Crashed Thread:        0  Dispatch queue: com.apple.main-thread

Exception Type:        EXC_BAD_ACCESS (SIGSEGV)
Exception Codes:       KERN_INVALID_ADDRESS at 0x0000000000000010

Thread 0 Crashed:: Dispatch queue: com.apple.main-thread
0   libobjc.A.dylib               \t0x00007fff6b0a181d objc_msgSend + 29
1   com.apple.AppKit              \t0x00007fff2e4c1a2b -[NSView draw] + 10

Thread 1:
0   libsystem_kernel.dylib        \t0x00007fff6c1
"""
