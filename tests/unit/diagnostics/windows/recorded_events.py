"""Events as Windows 10 and 11 render them; names of computers and accounts are made up."""

SPACE = "http://schemas.microsoft.com/win/2004/08/events/event"

APPLICATION_ERROR = (
    f"<Event xmlns='{SPACE}'><System>"
    "<Provider Name='Application Error' Guid='{a0e9b465-b939-57d7-b27d-95d8e925ff57}'/>"
    "<EventID>1000</EventID><Version>0</Version><Level>2</Level><Task>100</Task><Opcode>0</Opcode>"
    "<Keywords>0x8000000000000000</Keywords><TimeCreated SystemTime='2025-03-26T23:00:53.1703727Z'/>"
    "<EventRecordID>31613</EventRecordID><Correlation/><Execution ProcessID='36408' ThreadID='17704'/>"
    "<Channel>Application</Channel><Computer>computer01</Computer><Security UserID='S-1-5-18'/></System>"
    "<EventData><Data Name='AppName'>AIMTService.exe</Data><Data Name='AppVersion'>4.5.0.1060</Data>"
    "<Data Name='AppTimeStamp'>67b96b15</Data><Data Name='ModuleName'>AIMTService.exe</Data>"
    "<Data Name='ModuleVersion'>4.5.0.1060</Data><Data Name='ModuleTimeStamp'>67b96b15</Data>"
    "<Data Name='ExceptionCode'>c0000005</Data><Data Name='FaultingOffset'>000000000006d09e</Data>"
    "<Data Name='ProcessId'>0x1628</Data></EventData></Event>"
)
"""Event 1000 of Windows 11, whose values have names."""

OLD_APPLICATION_ERROR = (
    f"<Event xmlns='{SPACE}'><System><Provider Name='Application Error'/>"
    "<EventID Qualifiers='0'>1000</EventID><Level>2</Level><Task>100</Task>"
    "<Keywords>0x80000000000000</Keywords><TimeCreated SystemTime='2019-01-08T14:01:18.909425000Z'/>"
    "<EventRecordID>11279</EventRecordID><Channel>Application</Channel><Computer>computer02</Computer>"
    "<Security/></System><EventData><Data>OUTLOOK.EXE</Data><Data>16.0.11029.20108</Data>"
    "<Data>5c2c0b1c</Data><Data>ntdll.dll</Data><Data>10.0.17763.194</Data><Data>7f5f1ae7</Data>"
    "<Data>c0000374</Data><Data>00000000000fb429</Data></EventData></Event>"
)
"""Event 1000 of Windows 10 1809, whose values have places alone."""

KERNEL_POWER = (
    f"<Event xmlns='{SPACE}'><System>"
    "<Provider Name='Microsoft-Windows-Kernel-Power' Guid='{331c3b3a-2005-44c2-ac5e-77220c37d6b4}'/>"
    "<EventID>41</EventID><Version>8</Version><Level>1</Level><Task>63</Task><Opcode>0</Opcode>"
    "<Keywords>0x8000400000000002</Keywords><TimeCreated SystemTime='2024-02-14T04:31:02.1234567Z'/>"
    "<EventRecordID>98765</EventRecordID><Correlation/><Execution ProcessID='4' ThreadID='8'/>"
    "<Channel>System</Channel><Computer>computer01</Computer><Security UserID='S-1-5-18'/></System>"
    "<EventData><Data Name='BugcheckCode'>0</Data></EventData><RenderingInfo Culture='en-US'>"
    "<Message>The system has rebooted without cleanly shutting down first.&#xD;&#xA;This error could be"
    " caused if the system stopped responding, crashed, or lost power unexpectedly.</Message>"
    "<Level>Critical</Level></RenderingInfo></Event>"
)

OLD_DISK = (
    f"<Event xmlns='{SPACE}'><System>"
    "<Provider Name='Microsoft-Windows-Disk' EventSourceName='disk'/>"
    "<EventID Qualifiers='32772'>153</EventID><Level>3</Level>"
    "<TimeCreated SystemTime='2024-02-14T04:40:00.0000000Z'/><Channel>System</Channel></System>"
    r"<EventData><Data>\Device\Harddisk1\DR1</Data><Data>0x1a2b3c</Data></EventData></Event>"
)
"""A source whose words are not on this computer any more."""
