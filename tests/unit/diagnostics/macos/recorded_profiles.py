"""What system_profiler answers, cut short. Names, numbers and addresses in it are nobody's.

The keys and the spelling of values follow recordings of real Macs in the tests of public projects.
"""

# A MacBook Pro with a monitor. The form of MacPerfMonitor's recording.
DISPLAYS = """{
  "SPDisplaysDataType" : [
    {
      "_name" : "Apple M3 Pro",
      "spdisplays_mtlgpufamilysupport" : "spdisplays_metal4",
      "spdisplays_ndrvs" : [
        {
          "_name" : "Color LCD",
          "_spdisplays_display-serial-number" : "fd626d62",
          "_spdisplays_pixels" : "3600 x 2250",
          "spdisplays_connection_type" : "spdisplays_internal",
          "spdisplays_display_type" : "spdisplays_built-in-liquid-retina-xdr",
          "spdisplays_main" : "spdisplays_yes"
        },
        {
          "_name" : "BenQ MA320U",
          "_spdisplays_display-serial-number" : "1",
          "_spdisplays_pixels" : "7680 x 4320",
          "spdisplays_connection_type" : "spdisplays_displayport_dongletype_dp",
          "spdisplays_display-serial-number" : "ETX4R01234SL0",
          "spdisplays_rotation" : "spdisplays_supported"
        }
      ],
      "spdisplays_vendor" : "sppci_vendor_Apple",
      "sppci_bus" : "spdisplays_builtin",
      "sppci_cores" : "14",
      "sppci_model" : "Apple M3 Pro"
    }
  ]
}"""
# Two cards of an older Mac. The keys that systeminformation reads.
OLDER_DISPLAYS = """{ "SPDisplaysDataType" : [
    { "_name" : "kHW_IntelUHDGraphics630Item", "spdisplays_metalfamily" : "spdisplays_mtlgpufamilymac2",
      "spdisplays_vram_shared" : "1536 MB", "sppci_model" : "Intel UHD Graphics 630" },
    { "_name" : "kHW_AMDRadeonPro5300MItem", "spdisplays_metal" : "spdisplays_supported",
      "sppci_model" : "AMD Radeon Pro 5300M" } ] }"""
# The keys of macOS 14 and later.
POWER = """{
  "SPPowerDataType" : [
    {
      "_name" : "spbattery_information",
      "sppower_battery_charge_info" : {
        "sppower_battery_fully_charged" : "FALSE",
        "sppower_battery_is_charging" : "FALSE",
        "sppower_battery_state_of_charge" : 68
      },
      "sppower_battery_health_info" : {
        "sppower_battery_cycle_count" : 239,
        "sppower_battery_health" : "Good",
        "sppower_battery_health_maximum_capacity" : "84%"
      },
      "sppower_battery_model_info" : { "sppower_battery_serial_number" : "F8Y0000000000" }
    },
    { "_name" : "sppower_information", "AC Power" : { "System Sleep Timer" : 1 } },
    { "_name" : "sppower_ac_charger_information", "sppower_battery_charger_connected" : "TRUE" }
  ]
}"""
# macOS 26, asked without rights: the name is hidden.
AIRPORT = """{
  "SPAirPortDataType" : [
    {
      "spairport_airport_interfaces" : [
        {
          "_name" : "en0",
          "spairport_current_network_information" : {
            "_name" : "<redacted>",
            "spairport_network_channel" : "37 (6GHz, 160MHz)",
            "spairport_network_country_code" : "PL",
            "spairport_network_mcs" : 6,
            "spairport_network_phymode" : "802.11ax",
            "spairport_network_rate" : 1152,
            "spairport_network_type" : "spairport_network_type_station",
            "spairport_security_mode" : "spairport_security_mode_wpa3_personal",
            "spairport_signal_noise" : "-52 dBm / -90 dBm"
          },
          "spairport_status_information" : "spairport_status_connected"
        },
        {
          "_name" : "awdl0",
          "spairport_current_network_information" : {
            "spairport_network_type" : "spairport_network_type_station"
          }
        }
      ],
      "spairport_software_information" : { "spairport_corewlan_version" : "16.0 (1657)" }
    }
  ]
}"""
# The security of an Apple chip. The form of OTM's catalogue of values.
STARTUP = """{ "SPiBridgeDataType" : [ { "_name" : "Controller Information",
  "ibridge_model_name" : "Apple M3 Pro", "ibridge_sb_sip" : "Enabled",
  "ibridge_secure_boot" : "Full Security" } ] }"""
# An iMac of 2019 with one module that the firmware has switched off. The form of OTM's recording.
MEMORY = """{ "SPMemoryDataType" : [ { "_items" : [
    { "_name" : "DIMM1", "dimm_size" : "8 GB", "dimm_status" : "ok", "dimm_type" : "DDR4" },
    { "_name" : "DIMM2", "dimm_size" : "empty", "dimm_status" : "empty" },
    { "_name" : "DIMM3", "dimm_size" : "8 GB", "dimm_status" : "mapped_out", "dimm_type" : "DDR4" } ],
  "_name" : "global_name", "global_ecc_state" : "ecc_disabled", "is_memory_upgradeable" : "Yes" } ] }"""
# The keys that munkireport's module of printers reads.
PRINTERS = """{
  "SPPrintersDataType" : [
    { "cupsversion" : "CUPS/2.3.4 (cups-494.1)", "status" : "no_info_found" },
    { "_name" : "HP LaserJet M404", "default" : "yes", "ppd" : "HP LaserJet M404 - AirPrint",
      "ppdfileversion" : "1.4", "printserver" : "local", "status" : "idle",
      "uri" : "ipps://HP%20LaserJet._ipps._tcp.local./?uuid=0000" }
  ]
}"""
# The form of sysinv's recording of macOS 26.
APPLICATIONS = """{
  "SPApplicationsDataType" : [
    {
      "_name" : "Automator",
      "arch_kind" : "arch_arm_i64",
      "lastModified" : "2026-06-25T02:29:03Z",
      "obtained_from" : "apple",
      "path" : "/System/Applications/Automator.app",
      "signed_by" : ["Software Signing", "Apple Code Signing Certification Authority", "Apple Root CA"],
      "version" : "2.10"
    },
    {
      "_name" : "Microsoft Edge",
      "info" : "Microsoft Edge 150.0",
      "lastModified" : "2026-09-10T18:47:47Z",
      "obtained_from" : "identified_developer",
      "path" : "/Applications/Microsoft Edge.app",
      "signed_by" : [
        "Developer ID Application: Microsoft Corporation (UBF8T346G9)",
        "Developer ID Certification Authority",
        "Apple Root CA"
      ],
      "version" : "150.0.3500.1"
    },
    {
      "_name" : "Keynote",
      "lastModified" : "2026-05-02T08:00:00Z",
      "obtained_from" : "mac_app_store",
      "path" : "/Applications/Keynote.app",
      "signed_by" : ["Apple Mac OS Application Signing", "Apple Root CA"],
      "version" : "14.4"
    },
    {
      "_name" : "AirScanScanner",
      "obtained_from" : "apple",
      "path" : "/System/Library/Image Capture/Devices/AirScanScanner.app",
      "version" : "607"
    },
    { "_name" : "old tool", "obtained_from" : "unknown", "path" : "/Users/anna/Desktop/old tool.app" }
  ]
}"""
# The form of BusterClaw's recording.
AUDIO = """{
  "SPAudioDataType" : [
    {
      "_items" : [
        {
          "_name" : "DELL U2724DE",
          "coreaudio_device_manufacturer" : "DEL",
          "coreaudio_device_output" : 2,
          "coreaudio_device_srate" : 48000,
          "coreaudio_device_transport" : "coreaudio_device_type_displayport",
          "coreaudio_output_source" : "spaudio_default"
        },
        {
          "_name" : "Jabra Evolve2 65",
          "_properties" : "coreaudio_default_audio_system_device",
          "coreaudio_default_audio_input_device" : "spaudio_yes",
          "coreaudio_default_audio_output_device" : "spaudio_yes",
          "coreaudio_device_input" : 1,
          "coreaudio_device_output" : 2,
          "coreaudio_device_transport" : "coreaudio_device_type_usb"
        },
        {
          "_name" : "MacBook Pro Microphone",
          "coreaudio_device_input" : 1,
          "coreaudio_device_transport" : "coreaudio_device_type_builtin"
        }
      ],
      "_name" : "coreaudio_device"
    }
  ]
}"""
CAMERAS = """{ "SPCameraDataType" : [
  { "_name" : "MacBook Pro Camera", "spcamera_model-id" : "MacBook Pro Camera",
    "spcamera_unique-id" : "6C707041-05AC-0010-0006-000000000001" },
  { "_name" : "OBS Virtual Camera", "spcamera_model-id" : "OBS Camera Extension" } ] }"""
# macOS 26. The form of OTM's and MacPerfMonitor's recordings.
USB_HOST = """{
  "SPUSBHostDataType" : [
    { "_name" : "USB 4.0 Bus", "Driver" : "AppleT6050USBXHCIAUSS", "USBKeyHardwareType" : "Built-in" },
    {
      "_items" : [
        {
          "_items" : [
            {
              "_name" : "USB 10/100/1000 LAN",
              "USBDeviceKeyLinkSpeed" : "5 Gb/s",
              "USBDeviceKeyProductID" : "0x8153",
              "USBDeviceKeySerialNumber" : "Not Provided",
              "USBDeviceKeyVendorID" : "0x0bda",
              "USBDeviceKeyVendorName" : "Realtek"
            },
            {
              "_name" : "iPhone",
              "USBDeviceKeyProductID" : "0x12a8",
              "USBDeviceKeySerialNumber" : "00008130000000000000001E",
              "USBDeviceKeyVendorID" : "0x05ac",
              "USBDeviceKeyVendorName" : "Apple Inc."
            }
          ],
          "_name" : "USB3.1 Hub",
          "USBDeviceKeyProductID" : "0x0822",
          "USBDeviceKeyVendorID" : "0x2109",
          "USBDeviceKeyVendorName" : "Anker"
        },
        { "_name" : " SanDisk 3.2 Gen1", "USBDeviceKeyProductID" : "0x55fd",
          "USBDeviceKeySerialNumber" : "03010000000000000000", "USBDeviceKeyVendorID" : "0x0781",
          "USBDeviceKeyVendorName" : " USB" }
      ],
      "_name" : "USB 3.1 Bus",
      "Driver" : "AppleT8142USBXHCI"
    }
  ]
}"""
NO_USB = '{ "SPUSBDataType" : [ ] }'
# Before macOS 26. The form of FusionInventory's recordings SPUSBDataType*.xml.
USB = """{ "SPUSBDataType" : [ { "_name" : "USB31Bus", "host_controller" : "AppleUSBXHCITR", "_items" : [
  { "_name" : "USB3.1 Hub", "vendor_id" : "0x05e3  (Genesys Logic, Inc.)", "product_id" : "0x0626",
    "location_id" : "0x14100000 / 3", "_items" : [
    { "_name" : "Apple Keyboard", "vendor_id" : "apple_vendor_id", "product_id" : "0x24f",
      "manufacturer" : "Apple, Inc", "serial_num" : "FXX0000000000" } ] } ] } ] }"""
THUNDERBOLT = """{ "SPThunderboltDataType" : [
  { "_name" : "thunderboltusb4_bus_1", "device_name_key" : "MacBook Pro" },
  { "_name" : "thunderboltusb4_bus_0", "device_name_key" : "MacBook Pro",
    "_items" : [ { "_name" : "TS4", "device_name_key" : "TS4", "vendor_name_key" : "CalDigit, Inc.",
      "_items" : [ { "device_name_key" : "Studio Display", "vendor_name_key" : "Apple Inc." } ] } ] } ] }"""
PROFILES = {
    "SPDisplaysDataType": DISPLAYS,
    "SPPowerDataType": POWER,
    "SPAirPortDataType": AIRPORT,
    "SPiBridgeDataType": STARTUP,
    "SPMemoryDataType": MEMORY,
    "SPPrintersDataType": PRINTERS,
    "SPApplicationsDataType": APPLICATIONS,
    "SPAudioDataType": AUDIO,
    "SPCameraDataType": CAMERAS,
    "SPUSBDataType": NO_USB,
    "SPUSBHostDataType": USB_HOST,
    "SPThunderboltDataType": THUNDERBOLT,
}
