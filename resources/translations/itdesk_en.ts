<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Advice</name>
    <message numerus="yes">
        <source>This is known. %n people have it, we are on it.</source>
        <translation>
            <numerusform>This is known. %n person has it, we are on it.</numerusform>
            <numerusform>This is known. %n people have it, we are on it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnouncementRow</name>
    <message numerus="yes">
        <source>%n people have it</source>
        <translation>
            <numerusform>%n person has it</numerusform>
            <numerusform>%n people have it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnouncementStrip</name>
    <message numerus="yes">
        <source>Show this and %n more</source>
        <translation>
            <numerusform>Show this and %n more</numerusform>
            <numerusform>Show this and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message numerus="yes">
        <source>%n ticket(s) chosen</source>
        <translation>
            <numerusform>%n ticket chosen</numerusform>
            <numerusform>%n tickets chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkDoer</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesSection</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more change(s)</source>
        <translation>
            <numerusform>Show %n more change</numerusform>
            <numerusform>Show %n more changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClaimWindow</name>
    <message numerus="yes">
        <source>%n ticket(s) are yours now.</source>
        <translation>
            <numerusform>%n ticket is yours now.</numerusform>
            <numerusform>%n tickets are yours now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiagnosticsPage</name>
    <message numerus="yes">
        <source>%n thing(s) to look at.</source>
        <translation>
            <numerusform>%n thing to look at.</numerusform>
            <numerusform>%n things to look at.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormSheet</name>
    <message numerus="yes">
        <source>%n thing(s) will be sent · Show</source>
        <translation>
            <numerusform>%n thing will be sent · Show</numerusform>
            <numerusform>%n things will be sent · Show</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MenuEntries</name>
    <message numerus="yes">
        <source>%n new in your tickets</source>
        <translation>
            <numerusform>%n new in your tickets</numerusform>
            <numerusform>%n new in your tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait here and go out when online</source>
        <translation>
            <numerusform>%n change waits here and goes out when online</numerusform>
            <numerusform>%n changes wait here and go out when online</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>My tickets (%n new)</source>
        <translation>
            <numerusform>My tickets (%n new)</numerusform>
            <numerusform>My tickets (%n new)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Announcements from IT (%n)</source>
        <translation>
            <numerusform>Announcements from IT (%n)</numerusform>
            <numerusform>Announcements from IT (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NavigationListModel</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message numerus="yes">
        <source>News on %n of your tickets</source>
        <translation>
            <numerusform>News on %n of your tickets</numerusform>
            <numerusform>News on %n of your tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{reference}: %n new things</source>
        <translation>
            <numerusform>{reference}: %n new thing</numerusform>
            <numerusform>{reference}: %n new things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets were assigned to you</source>
        <translation>
            <numerusform>%n ticket was assigned to you</numerusform>
            <numerusform>%n tickets were assigned to you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You are mentioned on %n tickets</source>
        <translation>
            <numerusform>You are mentioned on %n ticket</numerusform>
            <numerusform>You are mentioned on %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your tickets are soon due</source>
        <translation>
            <numerusform>%n of your tickets is soon due</numerusform>
            <numerusform>%n of your tickets are soon due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your tickets are overdue</source>
        <translation>
            <numerusform>%n of your tickets is overdue</numerusform>
            <numerusform>%n of your tickets are overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiptPage</name>
    <message numerus="yes">
        <source>It goes out in %n second(s).</source>
        <translation>
            <numerusform>It goes out in %n second.</numerusform>
            <numerusform>It goes out in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecorderBar</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerSearchDialog</name>
    <message numerus="yes">
        <source>%n ticket(s); these are the newest.</source>
        <translation>
            <numerusform>%n ticket; this is the newest.</numerusform>
            <numerusform>%n tickets; these are the newest.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s), the newest first.</source>
        <translation>
            <numerusform>%n ticket.</numerusform>
            <numerusform>%n tickets, the newest first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignInWindow</name>
    <message numerus="yes">
        <source>%n change(s) wait here and go out when you sign in again.</source>
        <translation>
            <numerusform>%n change waits here and goes out when you sign in again.</numerusform>
            <numerusform>%n changes wait here and go out when you sign in again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StandingLine</name>
    <message numerus="yes">
        <source>Sending, %n left</source>
        <translation>
            <numerusform>Sending, %n left</numerusform>
            <numerusform>Sending, %n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline, %n waiting</source>
        <translation>
            <numerusform>Offline, %n waiting</numerusform>
            <numerusform>Offline, %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not accepted</source>
        <translation>
            <numerusform>%n not accepted</numerusform>
            <numerusform>%n not accepted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionDoer</name>
    <message numerus="yes">
        <source>%n report(s) made parts of the oldest</source>
        <translation>
            <numerusform>%n report made part of the oldest</numerusform>
            <numerusform>%n reports made parts of the oldest</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionStrip</name>
    <message numerus="yes">
        <source>%n people have the same trouble since {time}: “{title}”</source>
        <translation>
            <numerusform>%n person has the same trouble since {time}: “{title}”</numerusform>
            <numerusform>%n people have the same trouble since {time}: “{title}”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
</TS>
