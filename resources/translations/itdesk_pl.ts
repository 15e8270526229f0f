<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl" sourcelanguage="en">
<context>
    <name>AboutWindow</name>
    <message>
        <source>About itdesk</source>
        <translation>O programie itdesk</translation>
    </message>
    <message>
        <source>Version {version} · Qt {qt} · PySide {pyside}</source>
        <translation>Wersja {version} · Qt {qt} · PySide {pyside}</translation>
    </message>
    <message>
        <source>Copy the versions</source>
        <translation>Kopiuj wersje</translation>
    </message>
    <message>
        <source>Help from your own IT, in a few seconds.</source>
        <translation>Pomoc od własnego IT w kilka sekund.</translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0. Qt and PySide under the LGPL 3.</source>
        <translation>Wolne oprogramowanie na licencji Apache 2.0. Qt i PySide na licencji LGPL 3.</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>Sign out</source>
        <translation>Wyloguj się</translation>
    </message>
    <message>
        <source>You can report without signing in. To do so, choose “Sign in” in the menu of the tray.</source>
        <translation>Możesz wysyłać zgłoszenia bez logowania. Aby się zalogować, wybierz „Zaloguj się” w menu przy zegarze.</translation>
    </message>
    <message>
        <source>This computer then forgets your tickets. What you have not sent stays, and goes out later.</source>
        <translation>Ten komputer zapomni wtedy twoje zgłoszenia. Niewysłane zmiany zostaną tutaj i wyślemy je później.</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Zalogowane konto</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Nikt nie jest zalogowany.</translation>
    </message>
    <message>
        <source>Nobody has signed in. Reports go to {server} as {name} (unverified).</source>
        <translation>Nikt nie jest zalogowany. Zgłoszenia trafiają do {server} jako {name} (niepotwierdzony).</translation>
    </message>
    <message>
        <source>{name} at {server}</source>
        <translation>{name}, {server}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Next ticket</source>
        <translation>Następne zgłoszenie</translation>
    </message>
    <message>
        <source>Previous ticket</source>
        <translation>Poprzednie zgłoszenie</translation>
    </message>
    <message>
        <source>Go into the ticket</source>
        <translation>Wejdź w zgłoszenie</translation>
    </message>
    <message>
        <source>Tickets as a table</source>
        <translation>Zgłoszenia jako tabela</translation>
    </message>
    <message>
        <source>Search tickets</source>
        <translation>Szukaj zgłoszeń</translation>
    </message>
    <message>
        <source>Search everything on the server</source>
        <translation>Szukaj wszystkiego na serwerze</translation>
    </message>
    <message>
        <source>Go anywhere, do anything</source>
        <translation>Idź gdziekolwiek, zrób cokolwiek</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Następna część okna</translation>
    </message>
    <message>
        <source>Write a reply</source>
        <translation>Napisz odpowiedź</translation>
    </message>
    <message>
        <source>Write a note that only IT sees</source>
        <translation>Napisz notatkę, którą widzi tylko IT</translation>
    </message>
    <message>
        <source>Insert an article…</source>
        <translation>Wstaw artykuł…</translation>
    </message>
    <message>
        <source>Change where it stands…</source>
        <translation>Zmień stan…</translation>
    </message>
    <message>
        <source>How its time is counted</source>
        <translation>Jak liczony jest czas</translation>
    </message>
    <message>
        <source>Take back what I did last</source>
        <translation>Cofnij ostatnią czynność</translation>
    </message>
    <message>
        <source>Take a call…</source>
        <translation>Przyjmij telefon…</translation>
    </message>
    <message>
        <source>Report for somebody</source>
        <translation>Zgłoś w czyimś imieniu</translation>
    </message>
    <message>
        <source>How the server stands</source>
        <translation>Stan serwera</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ustawienia</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>Pokaż wszystkie klawisze</translation>
    </message>
    <message>
        <source>Going around</source>
        <translation>Poruszanie się</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Pisanie</translation>
    </message>
    <message>
        <source>The ticket</source>
        <translation>Zgłoszenie</translation>
    </message>
    <message>
        <source>The console</source>
        <translation>Konsola</translation>
    </message>
    <message>
        <source>Choose one more, or one less</source>
        <translation>Wybierz jeszcze jedno albo o jedno mniej</translation>
    </message>
</context>
<context>
    <name>Advice</name>
    <message numerus="yes">
        <source>This is known. %n people have it, we are on it.</source>
        <translation>
            <numerusform>Już o tym wiemy. Dotyczy %n osoby, pracujemy nad tym.</numerusform>
            <numerusform>Już o tym wiemy. Dotyczy %n osób, pracujemy nad tym.</numerusform>
            <numerusform>Już o tym wiemy. Dotyczy %n osób, pracujemy nad tym.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is known, we are on it.</source>
        <translation>Już o tym wiemy, pracujemy nad tym.</translation>
    </message>
    <message>
        <source>I have it too</source>
        <translation>Mam to samo</translation>
    </message>
    <message>
        <source>This may help right away</source>
        <translation>To może pomóc od razu</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Pokaż</translation>
    </message>
    <message>
        <source>Did it help? Then nothing has to be sent.</source>
        <translation>Pomogło? Wtedy nic nie trzeba wysyłać.</translation>
    </message>
    <message>
        <source>That solved it</source>
        <translation>Problem rozwiązany</translation>
    </message>
</context>
<context>
    <name>AfterSending</name>
    <message>
        <source>You are counted too</source>
        <translation>Ty też jesteś na liście</translation>
    </message>
    <message>
        <source>We are on it, you need not do anything more: {what}</source>
        <translation>Pracujemy nad tym, nic więcej nie trzeba robić: {what}</translation>
    </message>
    <message>
        <source>Good that it works</source>
        <translation>Dobrze, że już działa</translation>
    </message>
    <message>
        <source>Nothing has to be sent. What helped you is counted: {what}</source>
        <translation>Nic nie trzeba wysyłać. Zapisaliśmy, co pomogło: {what}</translation>
    </message>
    <message>
        <source>The report was not taken. Open it: your words are there.</source>
        <translation>Zgłoszenie nie zostało przyjęte. Otwórz je: Twoje słowa tam są.</translation>
    </message>
    <message>
        <source>It is on its way already. Open it and write what has changed.</source>
        <translation>Jest już w drodze. Otwórz je i napisz, co się zmieniło.</translation>
    </message>
    <message>
        <source>Something did not work.</source>
        <translation>Coś się nie udało.</translation>
    </message>
</context>
<context>
    <name>AnnouncementPanel</name>
    <message>
        <source>What IT announces</source>
        <translation>Ogłoszenia IT</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Pokaż mniej</translation>
    </message>
</context>
<context>
    <name>AnnouncementRow</name>
    <message numerus="yes">
        <source>%n people have it</source>
        <translation>
            <numerusform>dotyczy %n osoby</numerusform>
            <numerusform>dotyczy %n osób</numerusform>
            <numerusform>dotyczy %n osób</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnouncementStrip</name>
    <message numerus="yes">
        <source>Show this and %n more</source>
        <translation>
            <numerusform>Pokaż to i %n inne</numerusform>
            <numerusform>Pokaż to i %n inne</numerusform>
            <numerusform>Pokaż to i %n innych</numerusform>
        </translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Pokaż więcej</translation>
    </message>
    <message>
        <source>IT announces: {title}</source>
        <translation>IT ogłasza: {title}</translation>
    </message>
</context>
<context>
    <name>Announcements</name>
    <message>
        <source>until {time}</source>
        <translation>do {time}</translation>
    </message>
    <message>
        <source>until tomorrow, {time}</source>
        <translation>do jutra, {time}</translation>
    </message>
    <message>
        <source>until {day}, {time}</source>
        <translation>do {day}, {time}</translation>
    </message>
    <message>
        <source>Do not show any more: {title}</source>
        <translation>Nie pokazuj więcej: {title}</translation>
    </message>
</context>
<context>
    <name>AnswerBox</name>
    <message>
        <source>Draft saved</source>
        <translation>Szkic zapisany</translation>
    </message>
</context>
<context>
    <name>AppointmentKind</name>
    <message>
        <source>Visit</source>
        <translation>Wizyta</translation>
    </message>
    <message>
        <source>Remote session</source>
        <translation>Sesja zdalna</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Szkolenie</translation>
    </message>
</context>
<context>
    <name>Around</name>
    <message>
        <source>this computer</source>
        <translation>ten komputer</translation>
    </message>
    <message>
        <source>another computer</source>
        <translation>inny komputer</translation>
    </message>
    <message>
        <source>not about a computer</source>
        <translation>nie chodzi o komputer</translation>
    </message>
    <message>
        <source>where I am</source>
        <translation>gdzie jestem</translation>
    </message>
    <message>
        <source>how to reach me</source>
        <translation>jak się ze mną skontaktować</translation>
    </message>
    <message>
        <source>since just now</source>
        <translation>od niedawna</translation>
    </message>
    <message>
        <source>for me</source>
        <translation>dla mnie</translation>
    </message>
    <message>
        <source>for {person}</source>
        <translation>dla: {person}</translation>
    </message>
    <message>
        <source>{person} will see this report, so nothing of your computer goes along.</source>
        <translation>{person} zobaczy to zgłoszenie, więc nic z Twojego komputera nie dołączamy.</translation>
    </message>
    <message>
        <source>Facts and pictures of this computer do not go along then.</source>
        <translation>Wtedy danych i obrazów z tego komputera nie dołączamy.</translation>
    </message>
    <message>
        <source>Computer – {name}</source>
        <translation>Komputer – {name}</translation>
    </message>
    <message>
        <source>For – {name}</source>
        <translation>Dla – {name}</translation>
    </message>
    <message>
        <source>Only IT sees for whom it is. A colleague who shall read along is named by login.</source>
        <translation>Dla kogo to jest, zobaczy tylko IT. Aby ta osoba też mogła czytać, podaj jej login.</translation>
    </message>
    <message>
        <source>If a colleague signs in as “{login}”, they see the conversation, but not your screenshot and not your computer.</source>
        <translation>Kto loguje się jako „{login}”, zobaczy rozmowę, ale nie zrzut ekranu ani dane komputera.</translation>
    </message>
</context>
<context>
    <name>AroundLine</name>
    <message>
        <source>What it concerns</source>
        <translation>Czego to dotyczy</translation>
    </message>
    <message>
        <source>Where I am</source>
        <translation>Gdzie jestem</translation>
    </message>
    <message>
        <source>How to reach me</source>
        <translation>Jak się ze mną skontaktować</translation>
    </message>
    <message>
        <source>Since when is it so</source>
        <translation>Od kiedy tak jest</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Dla kogo</translation>
    </message>
</context>
<context>
    <name>ArticleInserter</name>
    <message>
        <source>Which article is put into the answer?</source>
        <translation>Który artykuł wstawić do odpowiedzi?</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Wstaw</translation>
    </message>
    <message>
        <source>for IT alone</source>
        <translation>tylko dla IT</translation>
    </message>
</context>
<context>
    <name>ArticlePane</name>
    <message>
        <source>Choose an article to read it here.</source>
        <translation>Wybierz artykuł, aby go tu przeczytać.</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artykuł</translation>
    </message>
</context>
<context>
    <name>ArticleText</name>
    <message>
        <source>Picture: {what} (it comes when you are online)</source>
        <translation>Obrazek: {what} (pojawi się po połączeniu)</translation>
    </message>
    <message>
        <source>Picture (it comes when you are online)</source>
        <translation>Obrazek (pojawi się po połączeniu)</translation>
    </message>
</context>
<context>
    <name>Attachment</name>
    <message>
        <source>{sent} of {whole} sent</source>
        <translation>wysłano {sent} z {whole}</translation>
    </message>
</context>
<context>
    <name>AttachmentRow</name>
    <message>
        <source>Show {name}</source>
        <translation>Pokaż {name}</translation>
    </message>
    <message>
        <source>Save {name} as…</source>
        <translation>Zapisz {name} jako…</translation>
    </message>
    <message>
        <source>{sent} of {whole} on the server</source>
        <translation>{sent} z {whole} na serwerze</translation>
    </message>
</context>
<context>
    <name>Avatar</name>
    <message>
        <source>Nobody</source>
        <translation>Nikt</translation>
    </message>
</context>
<context>
    <name>BubbleWidget</name>
    <message>
        <source>internal note · only IT sees this</source>
        <translation>notatka wewnętrzna · widzi tylko IT</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>Do with all</source>
        <translation>Zrób ze wszystkimi</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Nie wybieraj żadnego</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) chosen</source>
        <translation>
            <numerusform>Wybrano %n zgłoszenie</numerusform>
            <numerusform>Wybrano %n zgłoszenia</numerusform>
            <numerusform>Wybrano %n zgłoszeń</numerusform>
        </translation>
    </message>
    <message>
        <source>{some} of {all}</source>
        <translation>{some} z {all}</translation>
    </message>
</context>
<context>
    <name>BulkDeed</name>
    <message>
        <source>Take all</source>
        <translation>Weź wszystkie</translation>
    </message>
    <message>
        <source>Assign all…</source>
        <translation>Przydziel wszystkie…</translation>
    </message>
    <message>
        <source>Priority of all…</source>
        <translation>Priorytet wszystkich…</translation>
    </message>
    <message>
        <source>Category of all…</source>
        <translation>Kategoria wszystkich…</translation>
    </message>
    <message>
        <source>Move all to a queue…</source>
        <translation>Przenieś wszystkie do kolejki…</translation>
    </message>
    <message>
        <source>Tag all…</source>
        <translation>Oznacz wszystkie…</translation>
    </message>
    <message>
        <source>Macro for all…</source>
        <translation>Makro dla wszystkich…</translation>
    </message>
    <message>
        <source>Merge all into the oldest</source>
        <translation>Scal wszystkie z najstarszym</translation>
    </message>
    <message>
        <source>Resolve all with one note…</source>
        <translation>Rozwiąż wszystkie z jedną notatką…</translation>
    </message>
</context>
<context>
    <name>BulkDoer</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n zgłoszenie</numerusform>
            <numerusform>%n zgłoszenia</numerusform>
            <numerusform>%n zgłoszeń</numerusform>
        </translation>
    </message>
    <message>
        <source>Who takes {number}?</source>
        <translation>Kto przejmuje {number}?</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Przydziel</translation>
    </message>
    <message>
        <source>What are {number} about?</source>
        <translation>Czego dotyczy {number}?</translation>
    </message>
    <message>
        <source>Set category</source>
        <translation>Ustaw kategorię</translation>
    </message>
    <message>
        <source>Where do {number} belong?</source>
        <translation>Dokąd należy {number}?</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Przenieś</translation>
    </message>
    <message>
        <source>Which macro is run on {number}?</source>
        <translation>Które makro wykonać: {number}?</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Wykonaj</translation>
    </message>
    <message>
        <source>Everybody who asked</source>
        <translation>Każda osoba zgłaszająca</translation>
    </message>
    <message>
        <source>assigned</source>
        <translation>przydzielono</translation>
    </message>
    <message>
        <source>priority: {priority}</source>
        <translation>priorytet: {priority}</translation>
    </message>
    <message>
        <source>moved to {queue}</source>
        <translation>przeniesiono do kolejki {queue}</translation>
    </message>
    <message>
        <source>tag {tag}</source>
        <translation>znacznik {tag}</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>scalono</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>i jeszcze %n</numerusform>
            <numerusform>i jeszcze %n</numerusform>
            <numerusform>i jeszcze %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Category</name>
    <message>
        <source>Install or configure software</source>
        <translation>Instalacja i ustawienia programów</translation>
    </message>
    <message>
        <source>Failure of software</source>
        <translation>Awaria programu</translation>
    </message>
    <message>
        <source>Failure of hardware</source>
        <translation>Awaria sprzętu</translation>
    </message>
    <message>
        <source>Network and access</source>
        <translation>Sieć i dostęp</translation>
    </message>
    <message>
        <source>Operational support</source>
        <translation>Bieżąca obsługa</translation>
    </message>
    <message>
        <source>Training and advice</source>
        <translation>Szkolenia i porady</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Inne</translation>
    </message>
</context>
<context>
    <name>ChangeLines</name>
    <message>
        <source>{time}: {change}</source>
        <translation>{time}: {change}</translation>
    </message>
</context>
<context>
    <name>ChangesSection</name>
    <message>
        <source>What changed before it broke</source>
        <translation>Co się zmieniło przed problemem</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>i jeszcze %n</numerusform>
            <numerusform>i jeszcze %n</numerusform>
            <numerusform>i jeszcze %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more change(s)</source>
        <translation>
            <numerusform>Pokaż jeszcze %n zmianę</numerusform>
            <numerusform>Pokaż jeszcze %n zmiany</numerusform>
            <numerusform>Pokaż jeszcze %n zmian</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChoiceDialog</name>
    <message>
        <source>Search by name</source>
        <translation>Szukaj po nazwie</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>Wybierz coś z listy.</translation>
    </message>
</context>
<context>
    <name>ChosenFile</name>
    <message>
        <source>Leave {name} out</source>
        <translation>Nie wysyłaj: {name}</translation>
    </message>
</context>
<context>
    <name>ChosenFiles</name>
    <message>
        <source>Attach files</source>
        <translation>Załącz pliki</translation>
    </message>
</context>
<context>
    <name>ClaimWindow</name>
    <message>
        <source>Earlier reports from this computer</source>
        <translation>Wcześniejsze zgłoszenia z tego komputera</translation>
    </message>
    <message>
        <source>Reports from this computer were sent as {name} (unverified). Are they yours?</source>
        <translation>Z tego komputera wysłano zgłoszenia jako {name} (niepotwierdzony). Czy to Twoje zgłoszenia?</translation>
    </message>
    <message>
        <source>If they are, you see them among your tickets, and IT sees that they are yours. If somebody else wrote them, they stay apart.</source>
        <translation>Jeśli tak, zobaczysz je wśród swoich zgłoszeń, a dział IT będzie wiedzieć, że są Twoje. Jeśli napisał je ktoś inny, pozostaną osobno.</translation>
    </message>
    <message>
        <source>Yes, they are mine</source>
        <translation>Tak, są moje</translation>
    </message>
    <message>
        <source>No, somebody else’s</source>
        <translation>Nie, kogoś innego</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) are yours now.</source>
        <translation>
            <numerusform>%n zgłoszenie jest teraz Twoje.</numerusform>
            <numerusform>%n zgłoszenia są teraz Twoje.</numerusform>
            <numerusform>%n zgłoszeń jest teraz Twoich.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
</context>
<context>
    <name>ClosingBar</name>
    <message>
        <source>Why can it be closed?</source>
        <translation>Dlaczego można zamknąć?</translation>
    </message>
    <message>
        <source>Close the ticket</source>
        <translation>Zamknij zgłoszenie</translation>
    </message>
    <message>
        <source>It works again</source>
        <translation>Znowu działa</translation>
    </message>
    <message>
        <source>I found a way myself</source>
        <translation>Udało mi się bez pomocy</translation>
    </message>
    <message>
        <source>I do not need it any more</source>
        <translation>Już tego nie potrzebuję</translation>
    </message>
    <message>
        <source>Add a word if you like</source>
        <translation>Możesz dodać kilka słów</translation>
    </message>
    <message>
        <source>Add a word for IT</source>
        <translation>Dodaj kilka słów dla IT</translation>
    </message>
</context>
<context>
    <name>CodeForm</name>
    <message>
        <source>Code</source>
        <translation>Kod</translation>
    </message>
    <message>
        <source>It begins with invitation-, reset- or set-up-, and counts once.</source>
        <translation>Zaczyna się od invitation-, reset- albo set-up- i działa raz.</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Imię i nazwisko</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Nowe hasło</translation>
    </message>
    <message>
        <source>At least 8 characters.</source>
        <translation>Co najmniej 8 znaków.</translation>
    </message>
    <message>
        <source>New password once more</source>
        <translation>Nowe hasło jeszcze raz</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>To jest potrzebne.</translation>
    </message>
    <message>
        <source>This is no code of itdesk. Copy it whole, from its first word on.</source>
        <translation>To nie jest kod itdesk. Skopiuj go w całości, od pierwszego słowa.</translation>
    </message>
    <message>
        <source>The two passwords are not the same. Type them again.</source>
        <translation>Hasła różnią się od siebie. Wpisz je jeszcze raz.</translation>
    </message>
    <message>
        <source>The password is too short: at least 8 characters are needed.</source>
        <translation>Hasło jest za krótkie: potrzeba co najmniej 8 znaków.</translation>
    </message>
    <message>
        <source>The password is too long: at most 1000 characters are accepted.</source>
        <translation>Hasło jest za długie: może mieć najwyżej 1000 znaków.</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Number</source>
        <translation>Numer</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tytuł</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorytet</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Osoba zgłaszająca</translation>
    </message>
    <message>
        <source>Who has it</source>
        <translation>Kto prowadzi</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Kolejka</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Utworzone</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Zmienione</translation>
    </message>
</context>
<context>
    <name>CompletedField</name>
    <message>
        <source>Ways to go on</source>
        <translation>Możliwe dalsze ciągi</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Who will see it</source>
        <translation>Kto to zobaczy</translation>
    </message>
    <message>
        <source>Public reply</source>
        <translation>Odpowiedź publiczna</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Notatka wewnętrzna</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Załącz plik</translation>
    </message>
    <message>
        <source>Only IT will see this. {name} will not.</source>
        <translation>Zobaczy to tylko IT. {name} – nie.</translation>
    </message>
    <message>
        <source>To: {name} and {others} more — they will see this</source>
        <translation>Do: {name} i jeszcze {others} – zobaczą tę wiadomość</translation>
    </message>
    <message>
        <source>To: {name} — they will see this</source>
        <translation>Do: {name} – zobaczy tę wiadomość</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>Zapisz notatkę</translation>
    </message>
    <message>
        <source>Send to {name}</source>
        <translation>Wyślij do: {name}</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Wyślij</translation>
    </message>
    <message>
        <source>Write what IT should know</source>
        <translation>Napisz, co IT powinno wiedzieć</translation>
    </message>
    <message>
        <source>Write to {name}</source>
        <translation>Napisz do: {name}</translation>
    </message>
    <message>
        <source>Write here</source>
        <translation>Pisz tutaj</translation>
    </message>
</context>
<context>
    <name>ConcernRows</name>
    <message>
        <source>Tickets that are assigned to me</source>
        <translation>Zgłoszenia, które ktoś mi przydziela</translation>
    </message>
    <message>
        <source>Answers and notes on my tickets</source>
        <translation>Odpowiedzi i notatki w moich zgłoszeniach</translation>
    </message>
    <message>
        <source>Notes that mention me</source>
        <translation>Notatki, w których ktoś o mnie wspomina</translation>
    </message>
    <message>
        <source>My tickets that are soon due, or overdue</source>
        <translation>Moje zgłoszenia bliskie terminu i po terminie</translation>
    </message>
    <message>
        <source>In my work as a technician</source>
        <translation>W mojej pracy technika</translation>
    </message>
</context>
<context>
    <name>Concerns</name>
    <message>
        <source>This computer</source>
        <translation>Ten komputer</translation>
    </message>
    <message>
        <source>Another computer</source>
        <translation>Inny komputer</translation>
    </message>
    <message>
        <source>Not about a computer</source>
        <translation>Nie dotyczy komputera</translation>
    </message>
</context>
<context>
    <name>ConcernsEditor</name>
    <message>
        <source>What it concerns</source>
        <translation>Czego to dotyczy</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Ten komputer</translation>
    </message>
    <message>
        <source>Another computer</source>
        <translation>Inny komputer</translation>
    </message>
    <message>
        <source>Not about a computer</source>
        <translation>Nie chodzi o komputer</translation>
    </message>
    <message>
        <source>Its name, or who works on it</source>
        <translation>Jego nazwa albo kto na nim pracuje</translation>
    </message>
    <message>
        <source>Which computer</source>
        <translation>Który komputer</translation>
    </message>
</context>
<context>
    <name>ConsentBar</name>
    <message>
        <source>I do not agree</source>
        <translation>Nie zgadzam się</translation>
    </message>
    <message>
        <source>{name} asks for {what}</source>
        <translation>{name} prosi o: {what}</translation>
    </message>
    <message>
        <source>Why: {why}</source>
        <translation>Dlaczego: {why}</translation>
    </message>
    <message>
        <source>Looking at this computer…</source>
        <translation>Sprawdzam ten komputer…</translation>
    </message>
    <message>
        <source>Agree and send</source>
        <translation>Zgadzam się, wyślij</translation>
    </message>
    <message>
        <source>Take the picture</source>
        <translation>Zrób obraz</translation>
    </message>
    <message>
        <source>I agree</source>
        <translation>Zgadzam się</translation>
    </message>
    <message>
        <source>Your files and passwords are not looked at.</source>
        <translation>Twoje pliki i hasła nie są sprawdzane.</translation>
    </message>
    <message>
        <source>You see it first, and black out what is nobody’s business.</source>
        <translation>Najpierw go zobaczysz i zaczernisz, co nikogo nie powinno obchodzić.</translation>
    </message>
    <message>
        <source>You see what IT does, and can end it at any time.</source>
        <translation>Widzisz, co robi IT, i możesz to przerwać w każdej chwili.</translation>
    </message>
</context>
<context>
    <name>ConsentDialog</name>
    <message>
        <source>Ask the computer of {number}</source>
        <translation>Zapytaj komputer – {number}</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Zapytaj</translation>
    </message>
    <message>
        <source>Why? {person} reads this, and decides.</source>
        <translation>Dlaczego? {person} to przeczyta i zdecyduje.</translation>
    </message>
    <message>
        <source>A question that was asked cannot be taken back.</source>
        <translation>Zadanego pytania nie można cofnąć.</translation>
    </message>
    <message>
        <source>Choose at least one kind of facts.</source>
        <translation>Wybierz co najmniej jeden rodzaj danych.</translation>
    </message>
    <message>
        <source>Say why: nobody lets others look at her computer without a reason.</source>
        <translation>Napisz, dlaczego: nikt nie pokazuje swojego komputera bez powodu.</translation>
    </message>
    <message>
        <source>The usual facts, as they are now</source>
        <translation>Zwykłe dane, takie jak teraz</translation>
    </message>
    <message>
        <source>Only these facts:</source>
        <translation>Tylko te dane:</translation>
    </message>
    <message>
        <source>A picture of the screen</source>
        <translation>Obraz ekranu</translation>
    </message>
    <message>
        <source>Leave to help from afar</source>
        <translation>Zgoda na zdalną pomoc</translation>
    </message>
</context>
<context>
    <name>ConsentDoer</name>
    <message>
        <source>{person} is asked</source>
        <translation>Pytanie wysłane: {person}</translation>
    </message>
    <message>
        <source>The program for remote help was started; the ticket says so</source>
        <translation>Uruchomiono program zdalnej pomocy; zapisano to w zgłoszeniu</translation>
    </message>
    <message>
        <source>The requester</source>
        <translation>Osoba zgłaszająca</translation>
    </message>
</context>
<context>
    <name>ConsoleDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
</context>
<context>
    <name>ConsoleWindow</name>
    <message>
        <source>itdesk – console</source>
        <translation>itdesk – konsola</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Cofnij</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>Cofnięto: {what}</translation>
    </message>
    <message>
        <source>The macro was not run</source>
        <translation>Makro nie zostało wykonane</translation>
    </message>
    <message>
        <source>Not done to some</source>
        <translation>Nie wszędzie się udało</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Nie ma czego cofnąć.</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>requester</source>
        <translation>osoba zgłaszająca</translation>
    </message>
    <message>
        <source>public reply</source>
        <translation>odpowiedź publiczna</translation>
    </message>
    <message>
        <source>reported this for somebody</source>
        <translation>zgłoszenie w imieniu tej osoby</translation>
    </message>
    <message>
        <source>has what was announced</source>
        <translation>ma to, co ogłoszono</translation>
    </message>
    <message>
        <source>solved before it was sent</source>
        <translation>rozwiązane przed wysłaniem</translation>
    </message>
    <message>
        <source>it works now</source>
        <translation>już działa</translation>
    </message>
    <message>
        <source>it does not work yet</source>
        <translation>jeszcze nie działa</translation>
    </message>
    <message>
        <source>{score} of 5</source>
        <translation>{score} z 5</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>czeka na wysłanie</translation>
    </message>
    <message>
        <source>was refused</source>
        <translation>odrzucone</translation>
    </message>
</context>
<context>
    <name>Declared</name>
    <message>
        <source>Computer</source>
        <translation>Komputer</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Who is signed in here</source>
        <translation>Kto jest tu zalogowany</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Sieć</translation>
    </message>
    <message>
        <source>Memory and processor</source>
        <translation>Pamięć i procesor</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Pamięć</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>Dyski</translation>
    </message>
    <message>
        <source>Program in front</source>
        <translation>Program na wierzchu</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>What changed lately</source>
        <translation>Ostatnie zmiany</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Zmiany</translation>
    </message>
    <message>
        <source>Errors and crashes</source>
        <translation>Błędy i awarie</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Błędy</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>Drukarki</translation>
    </message>
    <message>
        <source>Screens and graphics</source>
        <translation>Ekrany i grafika</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Ekrany</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>Bateria</translation>
    </message>
    <message>
        <source>Busiest programs</source>
        <translation>Najbardziej obciążające programy</translation>
    </message>
    <message>
        <source>Busiest</source>
        <translation>Obciążenie</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Aktualizacje</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Zabezpieczenia</translation>
    </message>
    <message>
        <source>Remote support</source>
        <translation>Zdalna pomoc</translation>
    </message>
    <message>
        <source>Remote</source>
        <translation>Zdalna pomoc</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>Co zostało sprawdzone</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Sprawdzone</translation>
    </message>
    <message>
        <source>System&apos;s log</source>
        <translation>Dziennik systemu</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Dziennik</translation>
    </message>
    <message>
        <source>Installed programs</source>
        <translation>Zainstalowane programy</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Zainstalowane</translation>
    </message>
    <message>
        <source>Network in detail</source>
        <translation>Szczegóły sieci</translation>
    </message>
    <message>
        <source>In detail</source>
        <translation>Szczegóły sieci</translation>
    </message>
    <message>
        <source>Health of the disks</source>
        <translation>Stan dysków</translation>
    </message>
    <message>
        <source>Disk health</source>
        <translation>Stan dysków</translation>
    </message>
    <message>
        <source>Sound and camera</source>
        <translation>Dźwięk i kamera</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Dźwięk</translation>
    </message>
    <message>
        <source>Plugged-in devices</source>
        <translation>Podłączone urządzenia</translation>
    </message>
    <message>
        <source>Network drives</source>
        <translation>Dyski sieciowe</translation>
    </message>
    <message>
        <source>Drives</source>
        <translation>Dyski sieciowe</translation>
    </message>
    <message>
        <source>Other facts</source>
        <translation>Inne dane</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Inne</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Ten komputer</translation>
    </message>
    <message>
        <source>So that IT knows which computer it is and how it is doing.</source>
        <translation>Żeby IT wiedziało, który to komputer i w jakim jest stanie.</translation>
    </message>
    <message>
        <source>How it has been working</source>
        <translation>Jak ostatnio działa</translation>
    </message>
    <message>
        <source>So that IT finds the cause without asking you.</source>
        <translation>Żeby IT znalazło przyczynę bez dopytywania.</translation>
    </message>
    <message>
        <source>About what you chose</source>
        <translation>W związku z twoim wyborem</translation>
    </message>
    <message>
        <source>Looked up only because of what is happening to you.</source>
        <translation>Sprawdzamy to tylko z powodu tego, co się u ciebie dzieje.</translation>
    </message>
    <message>
        <source>So that IT finds the other reports from this computer.</source>
        <translation>Żeby IT znalazło inne zgłoszenia z tego komputera.</translation>
    </message>
    <message>
        <source>Random number of this computer, made by itdesk</source>
        <translation>Losowy numer komputera od itdesk</translation>
    </message>
    <message>
        <source>Version of itdesk</source>
        <translation>Wersja itdesk</translation>
    </message>
    <message>
        <source>So that IT finds this computer.</source>
        <translation>Żeby IT znalazło ten komputer.</translation>
    </message>
    <message>
        <source>Name of the computer</source>
        <translation>Nazwa komputera</translation>
    </message>
    <message>
        <source>Network domain</source>
        <translation>Domena</translation>
    </message>
    <message>
        <source>Member of</source>
        <translation>Przynależność</translation>
    </message>
    <message>
        <source>When memory runs out, everything becomes slow and programs close.</source>
        <translation>Gdy kończy się pamięć, wszystko zwalnia, a programy się zamykają.</translation>
    </message>
    <message>
        <source>Memory that programs can still get</source>
        <translation>Dostępna pamięć</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>Zajęta pamięć</translation>
    </message>
    <message>
        <source>Swap space</source>
        <translation>Obszar wymiany</translation>
    </message>
    <message>
        <source>Swap space in use</source>
        <translation>Zajęty obszar wymiany</translation>
    </message>
    <message>
        <source>To see whether the computer is busy or too weak for the work.</source>
        <translation>Żeby sprawdzić, czy komputer nie jest zajęty albo za słaby do tej pracy.</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Procesor</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>Rdzenie</translation>
    </message>
    <message>
        <source>Logical processors</source>
        <translation>Procesory logiczne</translation>
    </message>
    <message>
        <source>Load just now</source>
        <translation>Chwilowe obciążenie</translation>
    </message>
    <message>
        <source>A full disk makes programs fail and updates stop.</source>
        <translation>Na pełnym dysku programy zawodzą, a aktualizacje się zatrzymują.</translation>
    </message>
    <message>
        <source>Drive letter or folder</source>
        <translation>Litera dysku lub folder</translation>
    </message>
    <message>
        <source>File system</source>
        <translation>System plików</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Rozmiar</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Wolne</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Zajęte</translation>
    </message>
    <message>
        <source>Why it cannot be read</source>
        <translation>Dlaczego nie da się odczytać</translation>
    </message>
    <message>
        <source>To tell a fault of this computer&apos;s connection from one behind it.</source>
        <translation>Żeby odróżnić usterkę połączenia tego komputera od usterki gdzieś dalej.</translation>
    </message>
    <message>
        <source>Connected to a network</source>
        <translation>Połączenie z siecią</translation>
    </message>
    <message>
        <source>How far it goes</source>
        <translation>Dokąd sięga</translation>
    </message>
    <message>
        <source>Network interface in use</source>
        <translation>Używany adapter sieciowy</translation>
    </message>
    <message>
        <source>Kind of connection</source>
        <translation>Rodzaj połączenia</translation>
    </message>
    <message>
        <source>Addresses, IPv4</source>
        <translation>Adresy IPv4</translation>
    </message>
    <message>
        <source>Addresses, IPv6</source>
        <translation>Adresy IPv6</translation>
    </message>
    <message>
        <source>Router</source>
        <translation>Router</translation>
    </message>
    <message>
        <source>Name servers</source>
        <translation>Serwery nazw (DNS)</translation>
    </message>
    <message>
        <source>A VPN is connected</source>
        <translation>VPN połączony</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Serwer proxy</translation>
    </message>
    <message>
        <source>A router that does not answer is the end of every connection.</source>
        <translation>Gdy router nie odpowiada, każde połączenie kończy się na nim.</translation>
    </message>
    <message>
        <source>The router answered</source>
        <translation>Router odpowiada</translation>
    </message>
    <message>
        <source>Known by</source>
        <translation>Skąd wiadomo</translation>
    </message>
    <message>
        <source>Answer time of the router</source>
        <translation>Czas odpowiedzi routera</translation>
    </message>
    <message>
        <source>To see at which step the way to the help desk ends.</source>
        <translation>Żeby zobaczyć, na którym kroku urywa się droga do pomocy IT.</translation>
    </message>
    <message>
        <source>Server of the help desk</source>
        <translation>Serwer pomocy IT</translation>
    </message>
    <message>
        <source>The server answered</source>
        <translation>Serwer odpowiada</translation>
    </message>
    <message>
        <source>Answer time of the server</source>
        <translation>Czas odpowiedzi serwera</translation>
    </message>
    <message>
        <source>Why it was not reached</source>
        <translation>Powód braku połączenia</translation>
    </message>
    <message>
        <source>Clock ahead of the server</source>
        <translation>O ile zegar wyprzedza serwer</translation>
    </message>
    <message>
        <source>The way to the server</source>
        <translation>Droga do serwera</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Krok</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Czy się udało</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Czas</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Co się okazało</translation>
    </message>
    <message>
        <source>So that the first steps of the search need not be made again.</source>
        <translation>Żeby nie powtarzać pierwszych kroków szukania.</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Sprawdzenia</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Sprawdzenie</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Wynik</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Czego dotyczy</translation>
    </message>
    <message>
        <source>Something is broken</source>
        <translation>Coś nie działa</translation>
    </message>
    <message>
        <source>Steps of the checks</source>
        <translation>Kroki sprawdzenia</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>Co widać</translation>
    </message>
    <message>
        <source>Many faults pass with a restart, and waiting updates cause some.</source>
        <translation>Restart usuwa wiele usterek, a niektóre biorą się z czekających aktualizacji.</translation>
    </message>
    <message>
        <source>Started at</source>
        <translation>Ostatnie uruchomienie</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>Czas pracy</translation>
    </message>
    <message>
        <source>Updates wait for a restart</source>
        <translation>Aktualizacje czekają na restart</translation>
    </message>
    <message>
        <source>Switching off only puts Windows to sleep</source>
        <translation>Wyłączenie tylko usypia Windows</translation>
    </message>
    <message>
        <source>Rights and settings belong to the account; some faults come only from afar.</source>
        <translation>Uprawnienia i ustawienia zależą od konta, a niektóre usterki widać tylko przy pracy zdalnej.</translation>
    </message>
    <message>
        <source>Login on this computer</source>
        <translation>Login na tym komputerze</translation>
    </message>
    <message>
        <source>Name of the person</source>
        <translation>Imię i nazwisko</translation>
    </message>
    <message>
        <source>Kind of session</source>
        <translation>Rodzaj sesji</translation>
    </message>
    <message>
        <source>Desktop environment</source>
        <translation>Środowisko pulpitu</translation>
    </message>
    <message>
        <source>Language of the session</source>
        <translation>Język sesji</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Strefa czasowa</translation>
    </message>
    <message>
        <source>Difference to UTC</source>
        <translation>Różnica względem UTC</translation>
    </message>
    <message>
        <source>Faults, spare parts and the warranty depend on the model.</source>
        <translation>Od modelu zależą typowe usterki, części i gwarancja.</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>Producent</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Kind of computer</source>
        <translation>Rodzaj komputera</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Numer seryjny</translation>
    </message>
    <message>
        <source>Inventory number</source>
        <translation>Numer inwentarzowy</translation>
    </message>
    <message>
        <source>Known faults and their cures depend on the version.</source>
        <translation>Od wersji zależą znane usterki i sposoby na nie.</translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation>System operacyjny</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Wersja</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Edycja</translation>
    </message>
    <message>
        <source>Build or kernel</source>
        <translation>Kompilacja lub jądro</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektura</translation>
    </message>
    <message>
        <source>Installed at</source>
        <translation>Data instalacji</translation>
    </message>
    <message>
        <source>The report is often about this program. What is in its windows is never read.</source>
        <translation>Zgłoszenie często dotyczy właśnie tego programu. Treści jego okien nigdy nie czytamy.</translation>
    </message>
    <message>
        <source>Program in front, by name only</source>
        <translation>Program na wierzchu (tylko nazwa)</translation>
    </message>
    <message>
        <source>Version of the program in front</source>
        <translation>Wersja programu na wierzchu</translation>
    </message>
    <message>
        <source>Why no program is known</source>
        <translation>Dlaczego nie znamy programu</translation>
    </message>
    <message>
        <source>Wrong sizes, scales and places of screens explain much of what looks odd.</source>
        <translation>Gdy coś dziwnie wygląda, często winne są rozmiar, skala albo układ ekranów.</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Ekran</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Szerokość</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Wysokość</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skala</translation>
    </message>
    <message>
        <source>Refresh rate</source>
        <translation>Odświeżanie</translation>
    </message>
    <message>
        <source>From the left</source>
        <translation>Od lewej</translation>
    </message>
    <message>
        <source>From the top</source>
        <translation>Od góry</translation>
    </message>
    <message>
        <source>Main screen</source>
        <translation>Ekran główny</translation>
    </message>
    <message>
        <source>Blank, flickering or slow screens come mostly from the graphics driver.</source>
        <translation>Czarny, migający albo powolny ekran to najczęściej wina sterownika grafiki.</translation>
    </message>
    <message>
        <source>Graphics cards</source>
        <translation>Karty graficzne</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Karta graficzna</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Sterownik</translation>
    </message>
    <message>
        <source>Driver version</source>
        <translation>Wersja sterownika</translation>
    </message>
    <message>
        <source>Date of the driver</source>
        <translation>Data sterownika</translation>
    </message>
    <message>
        <source>A worn battery makes a computer slow, or switches it off.</source>
        <translation>Zużyta bateria spowalnia komputer albo nagle go wyłącza.</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>Poziom naładowania</translation>
    </message>
    <message>
        <source>On mains power</source>
        <translation>Zasilanie z sieci</translation>
    </message>
    <message>
        <source>What is left of its capacity</source>
        <translation>Pozostała pojemność</translation>
    </message>
    <message>
        <source>Times charged</source>
        <translation>Cykle ładowania</translation>
    </message>
    <message>
        <source>Lasts for</source>
        <translation>Wystarczy na</translation>
    </message>
    <message>
        <source>A weak or crowded Wi-Fi looks like a slow computer.</source>
        <translation>Słabe albo przeciążone Wi-Fi wygląda jak powolny komputer.</translation>
    </message>
    <message>
        <source>Wi-Fi is connected</source>
        <translation>Wi-Fi połączone</translation>
    </message>
    <message>
        <source>Wi-Fi is switched off</source>
        <translation>Wi-Fi wyłączone</translation>
    </message>
    <message>
        <source>Network, as a short code in place of its name</source>
        <translation>Sieć (krótki kod zamiast nazwy)</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Pasmo</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanał</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Sygnał</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Jakość</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Szybkość</translation>
    </message>
    <message>
        <source>Wi-Fi security</source>
        <translation>Zabezpieczenie Wi-Fi</translation>
    </message>
    <message>
        <source>Protection that is off or out of date explains blocked pages and files, and is a risk itself.</source>
        <translation>Wyłączone albo nieaktualne zabezpieczenia to ryzyko i częsta przyczyna zablokowanych stron i plików.</translation>
    </message>
    <message>
        <source>Antivirus programs</source>
        <translation>Programy antywirusowe</translation>
    </message>
    <message>
        <source>Antivirus</source>
        <translation>Program antywirusowy</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Włączony</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Na bieżąco</translation>
    </message>
    <message>
        <source>Firewall is on</source>
        <translation>Zapora włączona</translation>
    </message>
    <message>
        <source>Firewall</source>
        <translation>Zapora</translation>
    </message>
    <message>
        <source>Disk is encrypted</source>
        <translation>Dysk zaszyfrowany</translation>
    </message>
    <message>
        <source>Secure Boot is on</source>
        <translation>Bezpieczny rozruch włączony</translation>
    </message>
    <message>
        <source>TPM version</source>
        <translation>Wersja TPM</translation>
    </message>
    <message>
        <source>Much breaks right after an update, or because one is missing.</source>
        <translation>Wiele psuje się zaraz po aktualizacji albo dlatego, że jakiejś brakuje.</translation>
    </message>
    <message>
        <source>Latest updates</source>
        <translation>Ostatnie aktualizacje</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Aktualizacja</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kiedy</translation>
    </message>
    <message>
        <source>Failed updates</source>
        <translation>Nieudane aktualizacje</translation>
    </message>
    <message>
        <source>Error code</source>
        <translation>Kod błędu</translation>
    </message>
    <message>
        <source>Last update</source>
        <translation>Ostatnia aktualizacja</translation>
    </message>
    <message>
        <source>Updates that wait</source>
        <translation>Czekające aktualizacje</translation>
    </message>
    <message>
        <source>The part that fails often says so itself.</source>
        <translation>Część, która zawodzi, często sama o tym mówi.</translation>
    </message>
    <message>
        <source>Devices in error</source>
        <translation>Urządzenia z błędami</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Urządzenie</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Services that failed</source>
        <translation>Usługi, które nie działają</translation>
    </message>
    <message>
        <source>Latest errors of the hardware</source>
        <translation>Ostatnie błędy sprzętu</translation>
    </message>
    <message>
        <source>One busy program can slow down everything.</source>
        <translation>Jeden zajęty program potrafi spowolnić wszystko.</translation>
    </message>
    <message>
        <source>Most processor time</source>
        <translation>Najwięcej czasu procesora</translation>
    </message>
    <message>
        <source>Processor, of all its cores</source>
        <translation>Procesor (wszystkie rdzenie)</translation>
    </message>
    <message>
        <source>Most memory</source>
        <translation>Najwięcej pamięci</translation>
    </message>
    <message>
        <source>A crash names the program and the part that failed.</source>
        <translation>Awaria wskazuje program i część, która zawodzi.</translation>
    </message>
    <message>
        <source>Crashes in the last 24 hours</source>
        <translation>Awarie z ostatnich 24 godzin</translation>
    </message>
    <message>
        <source>Part that failed</source>
        <translation>Co zawiodło</translation>
    </message>
    <message>
        <source>What changed just before is the most frequent cause.</source>
        <translation>Najczęstszą przyczyną jest to, co zmieniło się tuż przedtem.</translation>
    </message>
    <message>
        <source>Last time all was well</source>
        <translation>Kiedy ostatnio wszystko działało</translation>
    </message>
    <message>
        <source>Changes since then</source>
        <translation>Zmiany od tego czasu</translation>
    </message>
    <message>
        <source>Before the trouble</source>
        <translation>Przed problemem</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Obszar</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Wartość</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>Cecha</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Przedtem</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Potem</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Zmiana</translation>
    </message>
    <message>
        <source>A stopped queue or a missing printer is the usual reason why nothing prints.</source>
        <translation>Gdy nic się nie drukuje, zwykle winna jest zatrzymana kolejka albo brak drukarki.</translation>
    </message>
    <message>
        <source>Print service</source>
        <translation>Usługa drukowania</translation>
    </message>
    <message>
        <source>Default printer</source>
        <translation>Drukarka domyślna</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Drukarka</translation>
    </message>
    <message>
        <source>Kind of port</source>
        <translation>Rodzaj portu</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stan</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Powód</translation>
    </message>
    <message>
        <source>Documents that wait</source>
        <translation>Czekające dokumenty</translation>
    </message>
    <message>
        <source>So that IT can look at the screen with you, if you agree then.</source>
        <translation>Żeby IT mogło spojrzeć z tobą na ekran, jeśli się wtedy zgodzisz.</translation>
    </message>
    <message>
        <source>Remote support programs</source>
        <translation>Programy do zdalnej pomocy</translation>
    </message>
    <message>
        <source>Its number for this computer</source>
        <translation>Numer tego komputera</translation>
    </message>
    <message>
        <source>The log says what failed, second by second.</source>
        <translation>Dziennik mówi sekunda po sekundzie, co się nie udało.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Od kiedy</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Do kiedy</translation>
    </message>
    <message>
        <source>Errors and warnings</source>
        <translation>Błędy i ostrzeżenia</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Poziom</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Źródło</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Komunikat</translation>
    </message>
    <message>
        <source>Versions that do not go together are a frequent cause.</source>
        <translation>Częstą przyczyną są wersje, które do siebie nie pasują.</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Wydawca</translation>
    </message>
    <message>
        <source>Installed on</source>
        <translation>Data instalacji</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Skąd pochodzi</translation>
    </message>
    <message>
        <source>To find the exact place where the connection ends.</source>
        <translation>Żeby znaleźć dokładne miejsce, w którym urywa się połączenie.</translation>
    </message>
    <message>
        <source>Adapters</source>
        <translation>Adaptery sieciowe</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>Adapter sieciowy</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>Adres MAC</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Włączony</translation>
    </message>
    <message>
        <source>MTU</source>
        <translation>MTU</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Trasy</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Cel</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Przez bramę</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metryka</translation>
    </message>
    <message>
        <source>Neighbours in the network</source>
        <translation>Sąsiedzi w sieci</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Own lines in the hosts file</source>
        <translation>Własne wpisy w pliku hosts</translation>
    </message>
    <message>
        <source>Way to the server</source>
        <translation>Droga do serwera</translation>
    </message>
    <message>
        <source>A dying disk is slow first, and loses data later.</source>
        <translation>Psujący się dysk najpierw zwalnia, a potem traci dane.</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Dysk</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Stan dysku</translation>
    </message>
    <message>
        <source>Worn</source>
        <translation>Zużycie</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Sectors replaced</source>
        <translation>Zastąpione sektory</translation>
    </message>
    <message>
        <source>In meetings the usual reason is the wrong device, or a mute switch.</source>
        <translation>Na spotkaniach online zwykle wybrane jest nie to urządzenie albo coś jest wyciszone.</translation>
    </message>
    <message>
        <source>Speakers and headphones</source>
        <translation>Głośniki i słuchawki</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>W użyciu</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Dźwięk wyciszony</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Głośność</translation>
    </message>
    <message>
        <source>Microphones</source>
        <translation>Mikrofony</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>Kamery</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Used by a program now</source>
        <translation>Używana teraz przez program</translation>
    </message>
    <message>
        <source>Sound service</source>
        <translation>Usługa dźwięku</translation>
    </message>
    <message>
        <source>Programs may use the camera</source>
        <translation>Programy mogą używać kamery</translation>
    </message>
    <message>
        <source>Programs may use the microphone</source>
        <translation>Programy mogą używać mikrofonu</translation>
    </message>
    <message>
        <source>A device that the computer does not see cannot work.</source>
        <translation>Urządzenie, którego komputer nie widzi, nie zadziała.</translation>
    </message>
    <message>
        <source>USB devices</source>
        <translation>Urządzenia USB</translation>
    </message>
    <message>
        <source>Vendor and product number</source>
        <translation>Numer producenta i produktu</translation>
    </message>
    <message>
        <source>Where it is plugged in</source>
        <translation>Gdzie podłączone</translation>
    </message>
    <message>
        <source>Monitors</source>
        <translation>Monitory</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>Monitor</translation>
    </message>
    <message>
        <source>Docks</source>
        <translation>Stacje dokujące</translation>
    </message>
    <message>
        <source>Missing drives and expired certificates lock people out.</source>
        <translation>Brak dysku sieciowego albo nieważny certyfikat odcina dostęp.</translation>
    </message>
    <message>
        <source>Network path</source>
        <translation>Ścieżka w sieci</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Rodzaj</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Połączono</translation>
    </message>
    <message>
        <source>Sign-in script</source>
        <translation>Skrypt logowania</translation>
    </message>
    <message>
        <source>Policies in force</source>
        <translation>Obowiązujące zasady</translation>
    </message>
    <message>
        <source>Certificates that end within 30 days</source>
        <translation>Certyfikaty wygasające w ciągu 30 dni</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certyfikat</translation>
    </message>
    <message>
        <source>Ends at</source>
        <translation>Wygasa</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>Zostało</translation>
    </message>
    <message>
        <source>Working from home needs the VPN; its state says at which step it stops.</source>
        <translation>Praca z domu wymaga VPN, a jego stan mówi, na którym kroku się zatrzymuje.</translation>
    </message>
    <message>
        <source>VPN connections</source>
        <translation>Połączenia VPN</translation>
    </message>
    <message>
        <source>VPN</source>
        <translation>VPN</translation>
    </message>
    <message>
        <source>Could not be found out</source>
        <translation>Nie udało się ustalić</translation>
    </message>
    <message>
        <source>A settings file cannot be read.</source>
        <translation>Nie można odczytać pliku ustawień.</translation>
    </message>
    <message>
        <source>The list of installed programs cannot be read.</source>
        <translation>Nie można odczytać listy zainstalowanych programów.</translation>
    </message>
    <message>
        <source>The list of installed programs is not formed as expected.</source>
        <translation>Lista zainstalowanych programów ma nieznaną postać.</translation>
    </message>
    <message>
        <source>The tool diskutil named no disk.</source>
        <translation>Narzędzie diskutil nie wskazało dysku.</translation>
    </message>
    <message>
        <source>This Windows has no VPN connections of its own.</source>
        <translation>Ten Windows nie ma własnych połączeń VPN.</translation>
    </message>
    <message>
        <source>It did not answer in time.</source>
        <translation>Nie odpowiada na czas.</translation>
    </message>
    <message>
        <source>No application is in front.</source>
        <translation>Żaden program nie jest na wierzchu.</translation>
    </message>
    <message>
        <source>The Wi-Fi service of Windows does not run.</source>
        <translation>Usługa Wi-Fi w Windows nie działa.</translation>
    </message>
    <message>
        <source>The firmware does not tell the model.</source>
        <translation>Oprogramowanie układowe nie podaje modelu.</translation>
    </message>
    <message>
        <source>The firmware&apos;s tables cannot be read.</source>
        <translation>Nie można odczytać tabel oprogramowania układowego.</translation>
    </message>
    <message>
        <source>The kernel does not name the processor.</source>
        <translation>Jądro nie podaje nazwy procesora.</translation>
    </message>
    <message>
        <source>The log does not reach to that time.</source>
        <translation>Dziennik nie sięga do tego czasu.</translation>
    </message>
    <message>
        <source>The name of the server has no address.</source>
        <translation>Nazwa serwera nie ma adresu.</translation>
    </message>
    <message>
        <source>The programs that run cannot be listed.</source>
        <translation>Nie można wypisać działających programów.</translation>
    </message>
    <message>
        <source>The registry does not name the processor.</source>
        <translation>Rejestr nie podaje nazwy procesora.</translation>
    </message>
    <message>
        <source>The server&apos;s name is not known.</source>
        <translation>Nazwa serwera nie jest znana.</translation>
    </message>
    <message>
        <source>The tool system_profiler told something else than was asked.</source>
        <translation>Narzędzie system_profiler podaje coś innego, niż trzeba.</translation>
    </message>
    <message>
        <source>The tool&apos;s answer cannot be read.</source>
        <translation>Nie można odczytać odpowiedzi narzędzia.</translation>
    </message>
    <message>
        <source>There is no TPM.</source>
        <translation>Nie ma TPM.</translation>
    </message>
    <message>
        <source>There is no desktop session.</source>
        <translation>Nie ma sesji pulpitu.</translation>
    </message>
    <message>
        <source>This Windows has no Wi-Fi.</source>
        <translation>Ten Windows nie ma Wi-Fi.</translation>
    </message>
    <message>
        <source>This Windows tells nothing of a TPM.</source>
        <translation>Ten Windows nic nie mówi o TPM.</translation>
    </message>
    <message>
        <source>This computer has no Wi-Fi.</source>
        <translation>Ten komputer nie ma Wi-Fi.</translation>
    </message>
    <message>
        <source>This computer has no battery.</source>
        <translation>Ten komputer nie ma baterii.</translation>
    </message>
    <message>
        <source>This computer has no print service.</source>
        <translation>Ten komputer nie ma usługi drukowania.</translation>
    </message>
    <message>
        <source>This computer keeps no journal.</source>
        <translation>Ten komputer nie prowadzi dziennika.</translation>
    </message>
    <message>
        <source>This computer keeps no list of its programs.</source>
        <translation>Ten komputer nie ma listy swoich programów.</translation>
    </message>
    <message>
        <source>This computer keeps no list of its updates.</source>
        <translation>Ten komputer nie ma listy swoich aktualizacji.</translation>
    </message>
    <message>
        <source>This computer knows no router.</source>
        <translation>Ten komputer nie zna żadnego routera.</translation>
    </message>
    <message>
        <source>This computer shows no disk.</source>
        <translation>Ten komputer nie pokazuje żadnego dysku.</translation>
    </message>
    <message>
        <source>This computer shows no graphics card.</source>
        <translation>Ten komputer nie pokazuje żadnej karty graficznej.</translation>
    </message>
    <message>
        <source>This edition of Windows does not record this.</source>
        <translation>Ta wersja Windows tego nie zapisuje.</translation>
    </message>
    <message>
        <source>This file tells of no crash.</source>
        <translation>Ten plik nie opisuje awarii.</translation>
    </message>
    <message>
        <source>This is not Windows.</source>
        <translation>To nie jest Windows.</translation>
    </message>
    <message>
        <source>Windows did not answer in time.</source>
        <translation>Windows nie odpowiada na czas.</translation>
    </message>
    <message>
        <source>Windows does not open the person&apos;s certificates.</source>
        <translation>Windows nie otwiera certyfikatów tej osoby.</translation>
    </message>
    <message>
        <source>Windows does not say whether the drive is encrypted.</source>
        <translation>Windows nie mówi, czy dysk jest zaszyfrowany.</translation>
    </message>
    <message>
        <source>Windows does not tell its network tables.</source>
        <translation>Windows nie podaje swoich tablic sieciowych.</translation>
    </message>
    <message>
        <source>Windows tells about Wi-Fi only when programs may use the location.</source>
        <translation>Windows mówi o Wi-Fi tylko wtedy, gdy programy mogą używać lokalizacji.</translation>
    </message>
    <message>
        <source>Windows tells neither devices nor services.</source>
        <translation>Windows nie podaje urządzeń ani usług.</translation>
    </message>
    <message>
        <source>Windows tells this to administrators only.</source>
        <translation>Windows podaje to tylko administratorom.</translation>
    </message>
    <message>
        <source>Asking it failed ({error}).</source>
        <translation>Nie udało się o to zapytać ({error}).</translation>
    </message>
    <message>
        <source>None of these tools is on this computer: {names}.</source>
        <translation>Na tym komputerze nie ma żadnego z tych narzędzi: {names}.</translation>
    </message>
    <message>
        <source>TPM error 0x{code}.</source>
        <translation>Błąd TPM 0x{code}.</translation>
    </message>
    <message>
        <source>The tool {tool} cannot be asked that.</source>
        <translation>Narzędzia {tool} nie można o to zapytać.</translation>
    </message>
    <message>
        <source>The tool {tool} did not answer in time.</source>
        <translation>Narzędzie {tool} nie odpowiada na czas.</translation>
    </message>
    <message>
        <source>The tool {tool} is not on this computer.</source>
        <translation>Na tym komputerze nie ma narzędzia {tool}.</translation>
    </message>
    <message>
        <source>The way to the server cannot be measured ({error}).</source>
        <translation>Nie można zmierzyć drogi do serwera ({error}).</translation>
    </message>
    <message>
        <source>Windows did not answer (0x{code}).</source>
        <translation>Windows nie odpowiada (0x{code}).</translation>
    </message>
    <message>
        <source>Windows does not list the printers (error {code}).</source>
        <translation>Windows nie podaje listy drukarek (błąd {code}).</translation>
    </message>
    <message>
        <source>Windows does not open its log (error {code}).</source>
        <translation>Windows nie otwiera swojego dziennika (błąd {code}).</translation>
    </message>
    <message>
        <source>Windows does not tell its connections (error {code}).</source>
        <translation>Windows nie podaje swoich połączeń (błąd {code}).</translation>
    </message>
    <message>
        <source>Windows does not tell of the Wi-Fi (error {code}).</source>
        <translation>Windows nic nie mówi o Wi-Fi (błąd {code}).</translation>
    </message>
    <message>
        <source>The tool {tool} cannot be started ({error}).</source>
        <translation>Nie można uruchomić narzędzia {tool} ({error}).</translation>
    </message>
    <message>
        <source>The tool {tool} failed with {code}.</source>
        <translation>Narzędzie {tool} kończy z kodem {code}.</translation>
    </message>
    <message>
        <source>it did not answer in time</source>
        <translation>brak odpowiedzi na czas</translation>
    </message>
    <message>
        <source>the connection broke off in the middle</source>
        <translation>połączenie przerwane w trakcie</translation>
    </message>
    <message>
        <source>it is no name but an address</source>
        <translation>to adres, nie nazwa</translation>
    </message>
    <message>
        <source>no proxy</source>
        <translation>bez proxy</translation>
    </message>
    <message>
        <source>the address asks for no encryption</source>
        <translation>adres bez szyfrowania</translation>
    </message>
    <message>
        <source>it closed the connection</source>
        <translation>druga strona zamknęła połączenie</translation>
    </message>
    <message>
        <source>the name servers did not answer in time</source>
        <translation>serwery nazw nie odpowiedziały na czas</translation>
    </message>
    <message>
        <source>the name has no address</source>
        <translation>nazwa nie ma adresu</translation>
    </message>
    <message>
        <source>the connection was refused</source>
        <translation>połączenie odrzucone</translation>
    </message>
    <message>
        <source>it does not speak HTTP</source>
        <translation>druga strona nie używa HTTP</translation>
    </message>
    <message>
        <source>it asks for a login and password (407)</source>
        <translation>wymaga loginu i hasła (407)</translation>
    </message>
    <message>
        <source>its certificate is not valid yet, or this computer&apos;s clock is wrong</source>
        <translation>jego certyfikat jeszcze nie obowiązuje albo zegar tego komputera źle chodzi</translation>
    </message>
    <message>
        <source>its certificate has expired, or this computer&apos;s clock is wrong</source>
        <translation>jego certyfikat stracił ważność albo zegar tego komputera źle chodzi</translation>
    </message>
    <message>
        <source>its certificate is signed only by itself</source>
        <translation>jego certyfikat jest podpisany tylko przez siebie</translation>
    </message>
    <message>
        <source>its certificate comes from an authority that this computer does not know</source>
        <translation>jego certyfikat wydał urząd, którego ten komputer nie zna</translation>
    </message>
    <message>
        <source>its certificate is for another name</source>
        <translation>jego certyfikat jest dla innej nazwy</translation>
    </message>
    <message>
        <source>its certificate is for another address</source>
        <translation>jego certyfikat jest dla innego adresu</translation>
    </message>
    <message>
        <source>it answers without encryption on this port</source>
        <translation>na tym porcie odpowiada bez szyfrowania</translation>
    </message>
    <message>
        <source>its address cannot be read</source>
        <translation>nie można odczytać jego adresu</translation>
    </message>
    <message>
        <source>its address must begin with http:// or https://</source>
        <translation>jego adres musi się zaczynać od http:// lub https://</translation>
    </message>
    <message>
        <source>the proxy: {reason}</source>
        <translation>proxy: {reason}</translation>
    </message>
    <message>
        <source>the proxy {name}</source>
        <translation>proxy {name}</translation>
    </message>
    <message>
        <source>the name {name} is not found ({error})</source>
        <translation>nie ma nazwy {name} ({error})</translation>
    </message>
    <message>
        <source>the name {name} cannot be looked up</source>
        <translation>nie można sprawdzić nazwy {name}</translation>
    </message>
    <message>
        <source>there is no way there ({error})</source>
        <translation>nie ma tam drogi ({error})</translation>
    </message>
    <message>
        <source>it refuses ({status})</source>
        <translation>odmawia ({status})</translation>
    </message>
    <message>
        <source>The network works: this computer reaches the help desk&apos;s server.</source>
        <translation>Sieć działa: ten komputer łączy się z serwerem pomocy IT.</translation>
    </message>
    <message>
        <source>If one page or program still fails, write which one and send this report.</source>
        <translation>Jeśli jakaś strona albo program nadal nie działa, napisz, co to jest, i wyślij to zgłoszenie.</translation>
    </message>
    <message>
        <source>Nothing wrong was found with the network, but not everything could be checked.</source>
        <translation>Nie widać problemów z siecią, ale nie wszystko dało się sprawdzić.</translation>
    </message>
    <message>
        <source>Write what does not work, and send this report.</source>
        <translation>Napisz, co nie działa, i wyślij to zgłoszenie.</translation>
    </message>
    <message>
        <source>Nothing is known about the network: it could not be checked.</source>
        <translation>Nic nie wiadomo o sieci: nie udało się jej sprawdzić.</translation>
    </message>
    <message>
        <source>Check that the cable is plugged in, or that Wi-Fi is on; then send this report.</source>
        <translation>Sprawdź, czy kabel jest podłączony albo Wi-Fi włączone, a potem wyślij to zgłoszenie.</translation>
    </message>
    <message>
        <source>No network connection of this computer is switched on.</source>
        <translation>Ten komputer nie ma włączonego żadnego połączenia sieciowego.</translation>
    </message>
    <message>
        <source>Plug in the network cable, or switch on Wi-Fi.</source>
        <translation>Podłącz kabel sieciowy albo włącz Wi-Fi.</translation>
    </message>
    <message>
        <source>Wi-Fi is switched off on this computer.</source>
        <translation>Wi-Fi jest wyłączone na tym komputerze.</translation>
    </message>
    <message>
        <source>Switch on Wi-Fi in the network settings, or end flight mode.</source>
        <translation>Włącz Wi-Fi w ustawieniach sieci albo wyłącz tryb samolotowy.</translation>
    </message>
    <message>
        <source>The network gives this computer no address.</source>
        <translation>Sieć nie przydziela temu komputerowi adresu.</translation>
    </message>
    <message>
        <source>Plug the cable in again, or connect to Wi-Fi again; if it stays so, send this report.</source>
        <translation>Podłącz kabel albo połącz się z Wi-Fi jeszcze raz; jeśli to nie pomoże, wyślij to zgłoszenie.</translation>
    </message>
    <message>
        <source>This computer has no address in the network.</source>
        <translation>Ten komputer nie ma adresu w sieci.</translation>
    </message>
    <message>
        <source>Plug in the network cable, or connect to Wi-Fi.</source>
        <translation>Podłącz kabel sieciowy albo połącz się z Wi-Fi.</translation>
    </message>
    <message>
        <source>This computer knows no way out of its network.</source>
        <translation>Ten komputer nie zna drogi poza swoją sieć.</translation>
    </message>
    <message>
        <source>The router {subject} does not answer.</source>
        <translation>Router {subject} nie odpowiada.</translation>
    </message>
    <message>
        <source>At home, restart the router; at work, ask whether others have the same trouble.</source>
        <translation>W domu uruchom router ponownie; w pracy zapytaj, czy inni mają ten sam problem.</translation>
    </message>
    <message>
        <source>The name of the help desk&apos;s server is not found.</source>
        <translation>Nie można odnaleźć nazwy serwera pomocy IT.</translation>
    </message>
    <message>
        <source>Connect the VPN if you work from elsewhere; otherwise send this report.</source>
        <translation>Jeśli pracujesz poza firmą, połącz się z VPN; jeśli nie, wyślij to zgłoszenie.</translation>
    </message>
    <message>
        <source>The name servers of this network do not answer.</source>
        <translation>Serwery nazw (DNS) tej sieci nie odpowiadają.</translation>
    </message>
    <message>
        <source>Connect to the network again; if it stays so, send this report.</source>
        <translation>Połącz się z siecią jeszcze raz; jeśli to nie pomoże, wyślij to zgłoszenie.</translation>
    </message>
    <message>
        <source>The proxy of this network cannot be reached.</source>
        <translation>Nie ma połączenia z serwerem proxy tej sieci.</translation>
    </message>
    <message>
        <source>If you are not in the office, the proxy setting may be wrong here: tell your IT.</source>
        <translation>Poza biurem to ustawienie proxy może nie pasować: powiedz o tym IT.</translation>
    </message>
    <message>
        <source>The proxy does not let this computer through to the help desk&apos;s server.</source>
        <translation>Serwer proxy nie przepuszcza tego komputera do serwera pomocy IT.</translation>
    </message>
    <message>
        <source>Tell your IT; you cannot change this yourself.</source>
        <translation>Powiedz o tym IT; tego nie da się zmienić samodzielnie.</translation>
    </message>
    <message>
        <source>The proxy wants a login and a password.</source>
        <translation>Serwer proxy wymaga loginu i hasła.</translation>
    </message>
    <message>
        <source>Tell your IT; the proxy setting has to be completed.</source>
        <translation>Powiedz o tym IT; trzeba uzupełnić ustawienie proxy.</translation>
    </message>
    <message>
        <source>Nothing answers at the address of the help desk&apos;s server.</source>
        <translation>Pod adresem serwera pomocy IT nic nie odpowiada.</translation>
    </message>
    <message>
        <source>If other pages open, the server is probably switched off: your report is kept and sent later.</source>
        <translation>Jeśli inne strony się otwierają, serwer jest pewnie wyłączony: zgłoszenie nie zginie, wyślemy je później.</translation>
    </message>
    <message>
        <source>The help desk&apos;s server does not answer in time.</source>
        <translation>Serwer pomocy IT nie odpowiada na czas.</translation>
    </message>
    <message>
        <source>If other pages are slow too, it is the network; otherwise your report is kept and sent later.</source>
        <translation>Jeśli inne strony też działają wolno, to wina sieci; jeśli nie, zgłoszenie nie zginie, wyślemy je później.</translation>
    </message>
    <message>
        <source>The help desk&apos;s server cannot be reached.</source>
        <translation>Nie ma połączenia z serwerem pomocy IT.</translation>
    </message>
    <message>
        <source>See whether other pages open; your report is kept and sent later.</source>
        <translation>Sprawdź, czy inne strony się otwierają; zgłoszenie nie zginie, wyślemy je później.</translation>
    </message>
    <message>
        <source>The connection to the help desk&apos;s server breaks off.</source>
        <translation>Połączenie z serwerem pomocy IT się urywa.</translation>
    </message>
    <message>
        <source>Try once more; if it stays so, send this report when the network is better.</source>
        <translation>Spróbuj jeszcze raz; jeśli to nie pomoże, wyślij to zgłoszenie, gdy sieć będzie lepsza.</translation>
    </message>
    <message>
        <source>The connection to the help desk&apos;s server is not safe, so nothing was sent.</source>
        <translation>Połączenie z serwerem pomocy IT nie jest bezpieczne, więc nic nie zostało wysłane.</translation>
    </message>
    <message>
        <source>See whether this computer&apos;s date and time are right; if they are, tell your IT.</source>
        <translation>Sprawdź datę i godzinę na tym komputerze; jeśli się zgadzają, powiedz o tym IT.</translation>
    </message>
    <message>
        <source>This network wants you to sign in first.</source>
        <translation>Ta sieć wymaga najpierw zalogowania.</translation>
    </message>
    <message>
        <source>Open any web page and sign in to the network.</source>
        <translation>Otwórz dowolną stronę internetową i zaloguj się do sieci.</translation>
    </message>
    <message>
        <source>Something else answers in place of the help desk&apos;s server.</source>
        <translation>Zamiast serwera pomocy IT odpowiada coś innego.</translation>
    </message>
    <message>
        <source>In a guest network, open any web page and sign in first; otherwise tell your IT.</source>
        <translation>W sieci dla gości otwórz dowolną stronę i najpierw się zaloguj; w innej powiedz o tym IT.</translation>
    </message>
    <message>
        <source>The help desk&apos;s server is reached, but it fails.</source>
        <translation>Serwer pomocy IT odpowiada, ale nie działa jak trzeba.</translation>
    </message>
    <message>
        <source>It is not your computer: your report is kept and sent later.</source>
        <translation>To nie wina tego komputera: zgłoszenie nie zginie, wyślemy je później.</translation>
    </message>
    <message>
        <source>The VPN is connected and the help desk&apos;s server is reached.</source>
        <translation>VPN jest połączony, a serwer pomocy IT odpowiada.</translation>
    </message>
    <message>
        <source>If one program still fails, write which one and send this report.</source>
        <translation>Jeśli jakiś program nadal nie działa, napisz, który to, i wyślij to zgłoszenie.</translation>
    </message>
    <message>
        <source>Nothing wrong was found with the VPN, but not everything could be checked.</source>
        <translation>Nie widać problemów z VPN, ale nie wszystko dało się sprawdzić.</translation>
    </message>
    <message>
        <source>Nothing is known about the VPN: it could not be checked.</source>
        <translation>Nic nie wiadomo o VPN: nie udało się go sprawdzić.</translation>
    </message>
    <message>
        <source>Write what the VPN program shows, and send this report.</source>
        <translation>Napisz, co pokazuje program VPN, i wyślij to zgłoszenie.</translation>
    </message>
    <message>
        <source>Without a network the VPN cannot connect.</source>
        <translation>Bez sieci VPN się nie połączy.</translation>
    </message>
    <message>
        <source>Plug in the network cable or connect to Wi-Fi first.</source>
        <translation>Najpierw podłącz kabel sieciowy albo połącz się z Wi-Fi.</translation>
    </message>
    <message>
        <source>No VPN is set up on this computer.</source>
        <translation>Na tym komputerze nie ma skonfigurowanego VPN.</translation>
    </message>
    <message>
        <source>Send this report: your IT sets it up.</source>
        <translation>Wyślij to zgłoszenie: IT go skonfiguruje.</translation>
    </message>
    <message>
        <source>The VPN is just connecting.</source>
        <translation>VPN właśnie się łączy.</translation>
    </message>
    <message>
        <source>Wait a minute; if it does not get further, send this report.</source>
        <translation>Odczekaj minutę; jeśli nic się nie zmieni, wyślij to zgłoszenie.</translation>
    </message>
    <message>
        <source>The VPN is not connected.</source>
        <translation>VPN nie jest połączony.</translation>
    </message>
    <message>
        <source>Connect it; if it refuses, write what it says and send this report.</source>
        <translation>Połącz go; jeśli się nie uda, napisz, jaki pokazuje komunikat, i wyślij to zgłoszenie.</translation>
    </message>
    <message>
        <source>The VPN is connected, but the help desk&apos;s server is not reached through it.</source>
        <translation>VPN jest połączony, ale nie ma przez niego połączenia z serwerem pomocy IT.</translation>
    </message>
    <message>
        <source>Disconnect the VPN and connect it again; if it stays so, send this report.</source>
        <translation>Rozłącz VPN i połącz go jeszcze raz; jeśli to nie pomoże, wyślij to zgłoszenie.</translation>
    </message>
    <message>
        <source>This computer finds nothing wrong with printing.</source>
        <translation>Ten komputer nie widzi problemów z drukowaniem.</translation>
    </message>
    <message>
        <source>See what the printer itself shows, write it down here and send this report.</source>
        <translation>Zobacz, co pokazuje sama drukarka, wpisz to tutaj i wyślij zgłoszenie.</translation>
    </message>
    <message>
        <source>Nothing wrong was found with printing, but not everything could be checked.</source>
        <translation>Nie widać problemów z drukowaniem, ale nie wszystko dało się sprawdzić.</translation>
    </message>
    <message>
        <source>Nothing is known about the printers: they could not be checked.</source>
        <translation>Nic nie wiadomo o drukarkach: nie udało się ich sprawdzić.</translation>
    </message>
    <message>
        <source>Write which printer it is and what it shows, and send this report.</source>
        <translation>Napisz, która to drukarka i co pokazuje, i wyślij to zgłoszenie.</translation>
    </message>
    <message>
        <source>The print service of this computer is stopped.</source>
        <translation>Usługa drukowania tego komputera jest zatrzymana.</translation>
    </message>
    <message>
        <source>Restart the computer; if it is the same afterwards, send this report.</source>
        <translation>Uruchom komputer ponownie; jeśli to nie pomoże, wyślij to zgłoszenie.</translation>
    </message>
    <message>
        <source>No printer is set up here.</source>
        <translation>Nie ma tu żadnej drukarki.</translation>
    </message>
    <message>
        <source>Send this report, and write which printer you want to use.</source>
        <translation>Napisz, z której drukarki chcesz korzystać, i wyślij to zgłoszenie.</translation>
    </message>
    <message>
        <source>Only printers that write files are set up here, none that prints on paper.</source>
        <translation>Są tu tylko drukarki zapisujące do pliku, żadna nie drukuje na papierze.</translation>
    </message>
    <message>
        <source>No default printer is chosen.</source>
        <translation>Nie jest wybrana drukarka domyślna.</translation>
    </message>
    <message>
        <source>Choose the printer each time you print, or set a default one in the printer settings.</source>
        <translation>Wybieraj drukarkę przy każdym wydruku albo ustaw domyślną w ustawieniach drukarek.</translation>
    </message>
    <message>
        <source>The default printer “{subject}” is no longer set up here.</source>
        <translation>Drukarki domyślnej „{subject}” już tu nie ma.</translation>
    </message>
    <message>
        <source>Choose another default printer in the printer settings.</source>
        <translation>Wybierz inną drukarkę domyślną w ustawieniach drukarek.</translation>
    </message>
    <message>
        <source>The queue of the printer “{subject}” is stopped on this computer.</source>
        <translation>Kolejka wydruku drukarki „{subject}” jest zatrzymana na tym komputerze.</translation>
    </message>
    <message>
        <source>Press Resume in the printer&apos;s window; if it stops again, send this report.</source>
        <translation>Wybierz „Wznów” w oknie drukarki; jeśli znów się zatrzyma, wyślij to zgłoszenie.</translation>
    </message>
    <message>
        <source>The printer “{subject}” is switched off or not connected.</source>
        <translation>Drukarka „{subject}” jest wyłączona albo niepodłączona.</translation>
    </message>
    <message>
        <source>See whether it is on and its cable is plugged in; then print again.</source>
        <translation>Sprawdź, czy jest włączona i czy kabel jest podłączony, a potem drukuj jeszcze raz.</translation>
    </message>
    <message>
        <source>The printer “{subject}” shows a fault.</source>
        <translation>Drukarka „{subject}” sygnalizuje usterkę.</translation>
    </message>
    <message>
        <source>See what its display shows: paper, toner, a jam or an open door.</source>
        <translation>Zobacz, co jest na jej wyświetlaczu: papier, toner, zacięcie albo otwarta pokrywa.</translation>
    </message>
    <message>
        <source>Documents wait for the printer “{subject}”, and it does not print them.</source>
        <translation>Dokumenty czekają na drukarkę „{subject}”, a ona ich nie drukuje.</translation>
    </message>
    <message>
        <source>Switch the printer off and on; if they still wait, delete them and print once more.</source>
        <translation>Wyłącz i włącz drukarkę; jeśli dokumenty nadal czekają, usuń je i wydrukuj jeszcze raz.</translation>
    </message>
    <message>
        <source>This computer finds nothing wrong with its disks.</source>
        <translation>Ten komputer nie widzi problemów z dyskami.</translation>
    </message>
    <message>
        <source>If it is still slow, send this report.</source>
        <translation>Jeśli nadal działa wolno, wyślij to zgłoszenie.</translation>
    </message>
    <message>
        <source>Nothing wrong was found with the disks, but not everything could be checked.</source>
        <translation>Nie widać problemów z dyskami, ale nie wszystko dało się sprawdzić.</translation>
    </message>
    <message>
        <source>Nothing is known about the disks: they could not be checked.</source>
        <translation>Nic nie wiadomo o dyskach: nie udało się ich sprawdzić.</translation>
    </message>
    <message>
        <source>The disk {subject} is full.</source>
        <translation>Dysk {subject} jest pełny.</translation>
    </message>
    <message>
        <source>Empty the bin and move large files away; then restart the computer.</source>
        <translation>Opróżnij kosz i przenieś duże pliki w inne miejsce, a potem uruchom komputer ponownie.</translation>
    </message>
    <message>
        <source>The disk {subject} is nearly full.</source>
        <translation>Dysk {subject} jest prawie pełny.</translation>
    </message>
    <message>
        <source>Empty the bin and move large files away soon.</source>
        <translation>Opróżnij wkrótce kosz i przenieś duże pliki w inne miejsce.</translation>
    </message>
    <message>
        <source>The disk “{subject}” is failing.</source>
        <translation>Dysk „{subject}” się psuje.</translation>
    </message>
    <message>
        <source>Copy important files elsewhere now, and send this report at once.</source>
        <translation>Skopiuj teraz ważne pliki w inne miejsce i od razu wyślij to zgłoszenie.</translation>
    </message>
    <message>
        <source>The disk “{subject}” warns that it may fail soon.</source>
        <translation>Dysk „{subject}” ostrzega, że może się wkrótce zepsuć.</translation>
    </message>
    <message>
        <source>Copy important files elsewhere, and send this report.</source>
        <translation>Skopiuj ważne pliki w inne miejsce i wyślij to zgłoszenie.</translation>
    </message>
    <message>
        <source>The disk “{subject}” has reached the end of its planned life.</source>
        <translation>Dysk „{subject}” jest u kresu planowanego czasu pracy.</translation>
    </message>
    <message>
        <source>The disk {subject} cannot be read.</source>
        <translation>Nie można odczytać dysku {subject}.</translation>
    </message>
    <message>
        <source>If it is a removable disk, plug it in again; otherwise send this report.</source>
        <translation>Jeśli to dysk przenośny, podłącz go jeszcze raz; jeśli nie, wyślij to zgłoszenie.</translation>
    </message>
    <message>
        <source>The disk “{subject}” has damaged places; it uses spare ones instead.</source>
        <translation>Dysk „{subject}” ma już uszkodzone miejsca, zastąpione zapasowymi.</translation>
    </message>
    <message>
        <source>There is enough memory, and no restart is due.</source>
        <translation>Pamięci jest dość, a restart nie jest potrzebny.</translation>
    </message>
    <message>
        <source>If the computer is still slow, write in which program and send this report.</source>
        <translation>Jeśli komputer nadal działa wolno, napisz, w którym programie, i wyślij to zgłoszenie.</translation>
    </message>
    <message>
        <source>Nothing wrong was found with the memory, but not everything could be checked.</source>
        <translation>Nie widać problemów z pamięcią, ale nie wszystko dało się sprawdzić.</translation>
    </message>
    <message>
        <source>Nothing is known about the memory: it could not be checked.</source>
        <translation>Nic nie wiadomo o pamięci: nie udało się jej sprawdzić.</translation>
    </message>
    <message>
        <source>Restart the computer; if it is still slow, send this report.</source>
        <translation>Uruchom komputer ponownie; jeśli nadal działa wolno, wyślij to zgłoszenie.</translation>
    </message>
    <message>
        <source>The memory is full.</source>
        <translation>Pamięć jest pełna.</translation>
    </message>
    <message>
        <source>Close programs and browser tabs that you do not need, or restart the computer.</source>
        <translation>Zamknij niepotrzebne programy i karty przeglądarki albo uruchom komputer ponownie.</translation>
    </message>
    <message>
        <source>The memory is full; {subject} uses most.</source>
        <translation>Pamięć jest pełna; najwięcej zajmuje {subject}.</translation>
    </message>
    <message>
        <source>Save your work and close that program; if the memory fills again, send this report.</source>
        <translation>Zapisz pracę i zamknij ten program; jeśli pamięć znów się zapełni, wyślij to zgłoszenie.</translation>
    </message>
    <message>
        <source>There is little free memory.</source>
        <translation>Zostało mało wolnej pamięci.</translation>
    </message>
    <message>
        <source>Close programs and browser tabs that you do not need.</source>
        <translation>Zamknij niepotrzebne programy i karty przeglądarki.</translation>
    </message>
    <message>
        <source>There is little free memory; {subject} uses most.</source>
        <translation>Zostało mało wolnej pamięci; najwięcej zajmuje {subject}.</translation>
    </message>
    <message>
        <source>Close what you do not need in that program.</source>
        <translation>Zamknij w tym programie to, co niepotrzebne.</translation>
    </message>
    <message>
        <source>Programs had to be moved from memory to the disk, which is slow.</source>
        <translation>Brakuje pamięci, więc komputer przenosi programy na dysk, a to go spowalnia.</translation>
    </message>
    <message>
        <source>Close programs that you do not need, or restart the computer.</source>
        <translation>Zamknij niepotrzebne programy albo uruchom komputer ponownie.</translation>
    </message>
    <message>
        <source>{subject} uses more than half of the memory.</source>
        <translation>{subject} zajmuje ponad połowę pamięci.</translation>
    </message>
    <message>
        <source>Save your work, close that program and start it again.</source>
        <translation>Zapisz pracę, zamknij ten program i uruchom go jeszcze raz.</translation>
    </message>
    <message>
        <source>This computer has not been restarted for two weeks or longer.</source>
        <translation>Ten komputer działa bez restartu od co najmniej dwóch tygodni.</translation>
    </message>
    <message>
        <source>Save your work and choose Restart; switching off may not be enough.</source>
        <translation>Zapisz pracę i wybierz „Uruchom ponownie”; samo wyłączenie może nie wystarczyć.</translation>
    </message>
    <message>
        <source>Updates wait for a restart of this computer.</source>
        <translation>Aktualizacje czekają na restart tego komputera.</translation>
    </message>
    <message>
        <source>Save your work and choose Restart.</source>
        <translation>Zapisz pracę i wybierz „Uruchom ponownie”.</translation>
    </message>
    <message>
        <source>This computer finds nothing wrong with sound.</source>
        <translation>Ten komputer nie widzi problemów z dźwiękiem.</translation>
    </message>
    <message>
        <source>See which speakers and microphone the meeting program has chosen.</source>
        <translation>Sprawdź, które głośniki i mikrofon są wybrane w programie do spotkań.</translation>
    </message>
    <message>
        <source>Nothing wrong was found with sound, but not everything could be checked.</source>
        <translation>Nie widać problemów z dźwiękiem, ale nie wszystko dało się sprawdzić.</translation>
    </message>
    <message>
        <source>Nothing is known about sound: it could not be checked.</source>
        <translation>Nic nie wiadomo o dźwięku: nie udało się go sprawdzić.</translation>
    </message>
    <message>
        <source>Write which speakers or headphones you use, and send this report.</source>
        <translation>Napisz, jakich głośników lub słuchawek używasz, i wyślij to zgłoszenie.</translation>
    </message>
    <message>
        <source>The sound service of this computer is stopped.</source>
        <translation>Usługa dźwięku tego komputera jest zatrzymana.</translation>
    </message>
    <message>
        <source>This computer finds no speakers or headphones.</source>
        <translation>Ten komputer nie widzi głośników ani słuchawek.</translation>
    </message>
    <message>
        <source>Plug them in again, if possible at another socket.</source>
        <translation>Podłącz je jeszcze raz, najlepiej do innego gniazda.</translation>
    </message>
    <message>
        <source>No speakers or headphones are chosen.</source>
        <translation>Nie są wybrane żadne głośniki ani słuchawki.</translation>
    </message>
    <message>
        <source>Choose them in the sound settings.</source>
        <translation>Wybierz je w ustawieniach dźwięku.</translation>
    </message>
    <message>
        <source>The sound of “{subject}” is muted.</source>
        <translation>Dźwięk urządzenia „{subject}” jest wyciszony.</translation>
    </message>
    <message>
        <source>Press the mute key, or switch the sound on in the sound settings.</source>
        <translation>Naciśnij klawisz wyciszenia albo wyłącz wyciszenie w ustawieniach dźwięku.</translation>
    </message>
    <message>
        <source>The sound of “{subject}” is turned all the way down.</source>
        <translation>Dźwięk urządzenia „{subject}” jest ściszony do zera.</translation>
    </message>
    <message>
        <source>Turn it up by the volume key or in the sound settings.</source>
        <translation>Zrób głośniej klawiszem głośności albo w ustawieniach dźwięku.</translation>
    </message>
    <message>
        <source>This computer finds no microphone.</source>
        <translation>Ten komputer nie widzi mikrofonu.</translation>
    </message>
    <message>
        <source>Plug in a headset or a microphone, if you want to be heard.</source>
        <translation>Jeśli inni mają cię słyszeć, podłącz zestaw słuchawkowy albo mikrofon.</translation>
    </message>
    <message>
        <source>No microphone is chosen.</source>
        <translation>Nie jest wybrany mikrofon.</translation>
    </message>
    <message>
        <source>Choose it in the sound settings.</source>
        <translation>Wybierz go w ustawieniach dźwięku.</translation>
    </message>
    <message>
        <source>The microphone “{subject}” is muted.</source>
        <translation>Mikrofon „{subject}” jest wyciszony.</translation>
    </message>
    <message>
        <source>Switch it on in the sound settings, or by the button on the headset.</source>
        <translation>Włącz go w ustawieniach dźwięku albo przyciskiem na słuchawkach.</translation>
    </message>
    <message>
        <source>The microphone “{subject}” is turned all the way down.</source>
        <translation>Mikrofon „{subject}” jest ściszony do zera.</translation>
    </message>
    <message>
        <source>Turn it up in the sound settings.</source>
        <translation>Zwiększ jego głośność w ustawieniach dźwięku.</translation>
    </message>
    <message>
        <source>Programs may not use the microphone on this computer.</source>
        <translation>Programy nie mogą używać mikrofonu na tym komputerze.</translation>
    </message>
    <message>
        <source>Allow it in the privacy settings; if you cannot, send this report.</source>
        <translation>Zezwól na to w ustawieniach prywatności; jeśli się nie da, wyślij to zgłoszenie.</translation>
    </message>
    <message>
        <source>This computer finds nothing wrong with the camera.</source>
        <translation>Ten komputer nie widzi problemów z kamerą.</translation>
    </message>
    <message>
        <source>See whether its cover is open and which camera the meeting program has chosen.</source>
        <translation>Sprawdź, czy osłona kamery jest odsunięta i która kamera jest wybrana w programie do spotkań.</translation>
    </message>
    <message>
        <source>Nothing wrong was found with the camera, but not everything could be checked.</source>
        <translation>Nie widać problemów z kamerą, ale nie wszystko dało się sprawdzić.</translation>
    </message>
    <message>
        <source>Nothing is known about the camera: it could not be checked.</source>
        <translation>Nic nie wiadomo o kamerze: nie udało się jej sprawdzić.</translation>
    </message>
    <message>
        <source>Write which camera you use, and send this report.</source>
        <translation>Napisz, jakiej kamery używasz, i wyślij to zgłoszenie.</translation>
    </message>
    <message>
        <source>This computer finds no camera.</source>
        <translation>Ten komputer nie widzi kamery.</translation>
    </message>
    <message>
        <source>Plug it in again, or press the key that switches the camera on.</source>
        <translation>Podłącz ją jeszcze raz albo naciśnij klawisz, który włącza kamerę.</translation>
    </message>
    <message>
        <source>Programs may not use the camera on this computer.</source>
        <translation>Programy nie mogą używać kamery na tym komputerze.</translation>
    </message>
    <message>
        <source>A program uses the camera “{subject}” just now.</source>
        <translation>Kamery „{subject}” używa teraz jakiś program.</translation>
    </message>
    <message>
        <source>If it is not your meeting, close the other program that shows the picture.</source>
        <translation>Jeśli to nie twoje spotkanie, zamknij inny program, który pokazuje obraz z kamery.</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Drukowanie</translation>
    </message>
    <message>
        <source>A network adapter is on</source>
        <translation>Adapter sieciowy włączony</translation>
    </message>
    <message>
        <source>The network gives an address</source>
        <translation>Sieć przydziela adres</translation>
    </message>
    <message>
        <source>The router answers</source>
        <translation>Router odpowiada</translation>
    </message>
    <message>
        <source>The server&apos;s name is found</source>
        <translation>Nazwa serwera odnaleziona</translation>
    </message>
    <message>
        <source>The server takes the connection</source>
        <translation>Serwer przyjmuje połączenie</translation>
    </message>
    <message>
        <source>The proxy lets through</source>
        <translation>Serwer proxy przepuszcza</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is right</source>
        <translation>Certyfikat serwera prawidłowy</translation>
    </message>
    <message>
        <source>The help desk&apos;s server answers</source>
        <translation>Serwer pomocy IT odpowiada</translation>
    </message>
    <message>
        <source>The network is connected</source>
        <translation>Jest połączenie z siecią</translation>
    </message>
    <message>
        <source>A VPN is set up</source>
        <translation>VPN skonfigurowany</translation>
    </message>
    <message>
        <source>The VPN is connected</source>
        <translation>VPN połączony</translation>
    </message>
    <message>
        <source>The service runs</source>
        <translation>Usługa działa</translation>
    </message>
    <message>
        <source>A printer is set up</source>
        <translation>Jest jakaś drukarka</translation>
    </message>
    <message>
        <source>A default printer is chosen</source>
        <translation>Drukarka domyślna wybrana</translation>
    </message>
    <message>
        <source>The printer is ready</source>
        <translation>Drukarka gotowa</translation>
    </message>
    <message>
        <source>The print queue is empty</source>
        <translation>Kolejka wydruku pusta</translation>
    </message>
    <message>
        <source>The disks are healthy</source>
        <translation>Dyski w dobrym stanie</translation>
    </message>
    <message>
        <source>There is room on the disks</source>
        <translation>Jest miejsce na dyskach</translation>
    </message>
    <message>
        <source>The disks can be read</source>
        <translation>Dyski można odczytać</translation>
    </message>
    <message>
        <source>There is free memory</source>
        <translation>Jest wolna pamięć</translation>
    </message>
    <message>
        <source>Programs stay in memory</source>
        <translation>Programy mieszczą się w pamięci</translation>
    </message>
    <message>
        <source>Memory is shared between programs</source>
        <translation>Żaden program nie zajmuje większości pamięci</translation>
    </message>
    <message>
        <source>The computer was restarted lately</source>
        <translation>Niedawny restart</translation>
    </message>
    <message>
        <source>The computer needs no restart</source>
        <translation>Komputer nie wymaga ponownego uruchomienia</translation>
    </message>
    <message>
        <source>There are speakers or headphones</source>
        <translation>Są głośniki lub słuchawki</translation>
    </message>
    <message>
        <source>Speakers or headphones are chosen</source>
        <translation>Głośniki lub słuchawki wybrane</translation>
    </message>
    <message>
        <source>The sound is not muted</source>
        <translation>Dźwięk włączony</translation>
    </message>
    <message>
        <source>The sound is loud enough</source>
        <translation>Dźwięk dość głośny</translation>
    </message>
    <message>
        <source>There is a microphone</source>
        <translation>Jest mikrofon</translation>
    </message>
    <message>
        <source>A microphone is chosen</source>
        <translation>Mikrofon wybrany</translation>
    </message>
    <message>
        <source>The microphone is not muted</source>
        <translation>Mikrofon włączony</translation>
    </message>
    <message>
        <source>The microphone is loud enough</source>
        <translation>Mikrofon dość głośny</translation>
    </message>
    <message>
        <source>There is a camera</source>
        <translation>Jest kamera</translation>
    </message>
    <message>
        <source>The camera is free</source>
        <translation>Kamera wolna</translation>
    </message>
</context>
<context>
    <name>DeedBar</name>
    <message>
        <source>More for this ticket</source>
        <translation>Więcej przy tym zgłoszeniu</translation>
    </message>
</context>
<context>
    <name>DeedDoer</name>
    <message>
        <source>You have this ticket now</source>
        <translation>Masz teraz to zgłoszenie</translation>
    </message>
    <message>
        <source>Who takes {number}?</source>
        <translation>Kto przejmie {number}?</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Przydziel</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Ty</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nikt</translation>
    </message>
    <message>
        <source>back into the queue</source>
        <translation>z powrotem do kolejki</translation>
    </message>
    <message>
        <source>Where does {number} belong?</source>
        <translation>Do której kolejki przenieść {number}?</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Przenieś</translation>
    </message>
    <message>
        <source>Given to {person}</source>
        <translation>Przydzielone: {person}</translation>
    </message>
    <message>
        <source>Laid back</source>
        <translation>Z powrotem w kolejce</translation>
    </message>
    <message>
        <source>Moved to {queue}</source>
        <translation>Przeniesione do kolejki {queue}</translation>
    </message>
    <message>
        <source>Priority: {priority}</source>
        <translation>Priorytet: {priority}</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Wstrzymane</translation>
    </message>
    <message>
        <source>The requester</source>
        <translation>Osoba zgłaszająca</translation>
    </message>
    <message>
        <source>Everybody is told of it</source>
        <translation>Wszyscy są o tym powiadomieni</translation>
    </message>
    <message>
        <source>Where does {number} stand?</source>
        <translation>W jakim stanie jest {number}?</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Dalej</translation>
    </message>
    <message>
        <source>It is over for everybody</source>
        <translation>Ogłoszono koniec awarii</translation>
    </message>
</context>
<context>
    <name>DeedReasons</name>
    <message>
        <source>It is part of the ticket it was merged into.</source>
        <translation>To część zgłoszenia, z którym je scalono.</translation>
    </message>
    <message>
        <source>A lead says that it is a major incident.</source>
        <translation>O poważnej awarii mówi kierownik zespołu.</translation>
    </message>
    <message>
        <source>You have it already.</source>
        <translation>Już je masz.</translation>
    </message>
    <message>
        <source>Ask the computer for leave to help from afar first.</source>
        <translation>Najpierw poproś o zgodę na zdalną pomoc.</translation>
    </message>
    <message>
        <source>Your role does not allow it.</source>
        <translation>Twoja rola na to nie pozwala.</translation>
    </message>
    <message>
        <source>It is over: reopen it first.</source>
        <translation>Jest zakończone: najpierw otwórz je ponownie.</translation>
    </message>
    <message>
        <source>A lead reopens a cancelled ticket.</source>
        <translation>Anulowane zgłoszenie otwiera ponownie kierownik zespołu.</translation>
    </message>
    <message>
        <source>The requester reopens a closed ticket, or a lead.</source>
        <translation>Zamknięte zgłoszenie otwiera ponownie osoba zgłaszająca albo kierownik zespołu.</translation>
    </message>
    <message>
        <source>It is on hold already.</source>
        <translation>Już jest wstrzymane.</translation>
    </message>
    <message>
        <source>It is resolved already.</source>
        <translation>Już jest rozwiązane.</translation>
    </message>
    <message>
        <source>The requester closes it, or a lead; in time it closes by itself.</source>
        <translation>Zamyka je osoba zgłaszająca albo kierownik zespołu; z czasem zamknie się samo.</translation>
    </message>
    <message>
        <source>Only what is resolved is closed.</source>
        <translation>Zamyka się tylko to, co rozwiązane.</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Take it</source>
        <translation>Przejmij</translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation>Rozwiąż…</translation>
    </message>
    <message>
        <source>Continue work</source>
        <translation>Wznów</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Otwórz ponownie</translation>
    </message>
    <message>
        <source>Put on hold…</source>
        <translation>Wstrzymaj…</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>Przydziel…</translation>
    </message>
    <message>
        <source>Priority…</source>
        <translation>Priorytet…</translation>
    </message>
    <message>
        <source>Move to queue…</source>
        <translation>Przenieś do kolejki…</translation>
    </message>
    <message>
        <source>Put aside…</source>
        <translation>Odłóż…</translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation>Przywróć na listy</translation>
    </message>
    <message>
        <source>Macro…</source>
        <translation>Makro…</translation>
    </message>
    <message>
        <source>Let somebody read along…</source>
        <translation>Zaproś kogoś do wglądu…</translation>
    </message>
    <message>
        <source>Ask the computer…</source>
        <translation>Zapytaj komputer…</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Połącz</translation>
    </message>
    <message>
        <source>Merge into another…</source>
        <translation>Scal z innym…</translation>
    </message>
    <message>
        <source>Take the merge back</source>
        <translation>Cofnij scalenie</translation>
    </message>
    <message>
        <source>Make it part of another…</source>
        <translation>Uczyń częścią innego…</translation>
    </message>
    <message>
        <source>Link with another…</source>
        <translation>Powiąż z innym…</translation>
    </message>
    <message>
        <source>Split or move messages…</source>
        <translation>Wydziel lub przenieś wiadomości…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>Cancel ticket…</source>
        <translation>Anuluj zgłoszenie…</translation>
    </message>
    <message>
        <source>Major incident…</source>
        <translation>Poważna awaria…</translation>
    </message>
    <message>
        <source>End the major incident</source>
        <translation>Odwołaj poważną awarię</translation>
    </message>
    <message>
        <source>Category…</source>
        <translation>Kategoria…</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>Znacznik…</translation>
    </message>
    <message>
        <source>Time spent…</source>
        <translation>Czas pracy…</translation>
    </message>
</context>
<context>
    <name>DiagnosticsPage</name>
    <message>
        <source>Check everything</source>
        <translation>Sprawdź wszystko</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiuj</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>Zapisz w pliku</translation>
    </message>
    <message>
        <source>The check looks at files, keyring, network and clock, and sends nothing of yours.</source>
        <translation>Sprawdzane są pliki, magazyn haseł, sieć i zegar; nic twojego nie jest wysyłane.</translation>
    </message>
    <message>
        <source>Checking. This takes up to twenty seconds.</source>
        <translation>Trwa sprawdzanie. Potrwa najwyżej dwadzieścia sekund.</translation>
    </message>
    <message>
        <source>Copied. You can paste it into a message to IT.</source>
        <translation>Skopiowane. Możesz to wkleić do wiadomości do IT.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at.</source>
        <translation>
            <numerusform>Jest %n rzecz do sprawdzenia.</numerusform>
            <numerusform>Są %n rzeczy do sprawdzenia.</numerusform>
            <numerusform>Jest %n rzeczy do sprawdzenia.</numerusform>
        </translation>
    </message>
    <message>
        <source>All of this is in order.</source>
        <translation>Wszystko jest w porządku.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Zapisane.</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnostyka</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>All settings can be read.</source>
        <translation>Wszystkie ustawienia dają się odczytać.</translation>
    </message>
    <message>
        <source>Settings that are not good and are ignored: {count}. The first: {problem}</source>
        <translation>Niedobre ustawienia, które są pomijane: {count}. Pierwsze: {problem}</translation>
    </message>
    <message>
        <source>Correct the line, or take it out of the file.</source>
        <translation>Popraw ten wiersz albo usuń go z pliku.</translation>
    </message>
    <message>
        <source>{person} is signed in at {server}.</source>
        <translation>Zalogowana osoba: {person}, serwer {server}.</translation>
    </message>
    <message>
        <source>Nobody is signed in on this computer.</source>
        <translation>Na tym komputerze nikt nie jest zalogowany.</translation>
    </message>
    <message>
        <source>Sign in.</source>
        <translation>Zaloguj się.</translation>
    </message>
    <message>
        <source>The server does not know {person} any more.</source>
        <translation>Serwer nie rozpoznaje już tej osoby: {person}.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Zaloguj się ponownie.</translation>
    </message>
    <message>
        <source>Who is signed in cannot be read: {why}</source>
        <translation>Nie można odczytać, kto jest zalogowany: {why}</translation>
    </message>
    <message>
        <source>Give yourself the right to read and write {folder}.</source>
        <translation>Nadaj sobie prawo odczytu i zapisu folderu {folder}.</translation>
    </message>
    <message>
        <source>There is no copy of the tickets here yet; it is fetched after signing in.</source>
        <translation>Nie ma tu jeszcze kopii zgłoszeń; pobierze się po zalogowaniu.</translation>
    </message>
    <message>
        <source>The copy of the tickets is whole.</source>
        <translation>Kopia zgłoszeń jest cała.</translation>
    </message>
    <message>
        <source>The copy of the tickets can be read; it is too large to check all of it.</source>
        <translation>Kopia zgłoszeń daje się odczytać; jest za duża, aby sprawdzić ją całą.</translation>
    </message>
    <message>
        <source>The copy of the tickets is damaged: {path}</source>
        <translation>Kopia zgłoszeń jest uszkodzona: {path}</translation>
    </message>
    <message>
        <source>Start itdesk again: it puts the damaged copy aside and fetches a new one; nothing is lost.</source>
        <translation>Uruchom itdesk ponownie: odłoży uszkodzoną kopię i pobierze nową; nic nie zginie.</translation>
    </message>
    <message>
        <source>The copy of the tickets cannot be opened: {why}</source>
        <translation>Nie można otworzyć kopii zgłoszeń: {why}</translation>
    </message>
    <message>
        <source>Close other programs that use {path}, and check that you may write to its folder.</source>
        <translation>Zamknij inne programy, które używają pliku {path}, i sprawdź, czy masz prawo zapisu w jego folderze.</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>Nic nie czeka na wysłanie.</translation>
    </message>
    <message>
        <source>Waiting to be sent: {waiting}.</source>
        <translation>Czeka na wysłanie: {waiting}.</translation>
    </message>
    <message>
        <source>Waiting to be sent: {waiting}, the oldest since {since}.</source>
        <translation>Czeka na wysłanie: {waiting}, najstarsze od {since}.</translation>
    </message>
    <message>
        <source>Stay connected until it is sent; what is said below about the server tells what is in the way.</source>
        <translation>Zostaw komputer połączony, aż się wyśle; co przeszkadza, widać niżej, przy serwerze.</translation>
    </message>
    <message>
        <source>Refused by the server: {refused}. Waiting to be sent: {waiting}.</source>
        <translation>Odrzucone przez serwer: {refused}. Czeka na wysłanie: {waiting}.</translation>
    </message>
    <message>
        <source>Open My tickets: it says why, and gives you your text back.</source>
        <translation>Otwórz „Moje zgłoszenia”: zobaczysz tam powód i odzyskasz swój tekst.</translation>
    </message>
    <message>
        <source>What waits to be sent is in a damaged file: {path}</source>
        <translation>To, co czeka na wysłanie, jest w uszkodzonym pliku: {path}</translation>
    </message>
    <message>
        <source>Make a copy of this file and tell your IT; it may hold what you have not sent.</source>
        <translation>Zrób kopię tego pliku i powiadom IT; może w nim być to, co jeszcze niewysłane.</translation>
    </message>
    <message>
        <source>What waits to be sent cannot be opened: {why}</source>
        <translation>Nie można otworzyć tego, co czeka na wysłanie: {why}</translation>
    </message>
    <message>
        <source>The sign-in is kept in this computer&apos;s keyring.</source>
        <translation>Zalogowanie jest zapamiętane w magazynie haseł tego komputera.</translation>
    </message>
    <message>
        <source>The sign-in is kept in a file that only you can read.</source>
        <translation>Zalogowanie jest zapamiętane w pliku, który tylko ty możesz odczytać.</translation>
    </message>
    <message>
        <source>The sign-in is kept until itdesk ends, as IT has set it.</source>
        <translation>Zalogowanie jest zapamiętane do zamknięcia itdesk, tak ustawił dział IT.</translation>
    </message>
    <message>
        <source>This computer&apos;s keyring does not work, so you sign in again at every start.</source>
        <translation>Magazyn haseł tego komputera nie działa, więc zalogujesz się przy każdym uruchomieniu.</translation>
    </message>
    <message>
        <source>Unlock the keyring, or ask your IT to set one up.</source>
        <translation>Odblokuj magazyn haseł albo poproś IT o jego przygotowanie.</translation>
    </message>
    <message>
        <source>The sign-in cannot be kept: {why}</source>
        <translation>Nie można zapamiętać zalogowania: {why}</translation>
    </message>
    <message>
        <source>The sign-in was kept, but is not there any more.</source>
        <translation>Zalogowanie było zapamiętane, ale już go nie ma.</translation>
    </message>
    <message>
        <source>Sign in again, and restart if it repeats.</source>
        <translation>Zaloguj się ponownie, a gdy to się powtórzy, uruchom komputer od nowa.</translation>
    </message>
    <message>
        <source>No address of the server is known.</source>
        <translation>Adres serwera nie jest znany.</translation>
    </message>
    <message>
        <source>Sign in, or ask your IT for the address.</source>
        <translation>Zaloguj się albo zapytaj IT o adres.</translation>
    </message>
    <message>
        <source>The address of the server cannot be used: {reason}</source>
        <translation>Tego adresu serwera nie można użyć: {reason}</translation>
    </message>
    <message>
        <source>Ask your IT for the right address.</source>
        <translation>Zapytaj IT o właściwy adres.</translation>
    </message>
    <message>
        <source>The name of the server is found: {reason}.</source>
        <translation>Nazwa serwera jest znaleziona: {reason}.</translation>
    </message>
    <message>
        <source>The server has no name, only an address.</source>
        <translation>Serwer nie ma nazwy, tylko adres.</translation>
    </message>
    <message>
        <source>This computer connects to {reason}.</source>
        <translation>Ten komputer łączy się z: {reason}.</translation>
    </message>
    <message>
        <source>The proxy lets the requests through: {reason}.</source>
        <translation>Serwer proxy przepuszcza żądania: {reason}.</translation>
    </message>
    <message>
        <source>There is no proxy on the way.</source>
        <translation>Po drodze nie ma serwera proxy.</translation>
    </message>
    <message>
        <source>The proxy passes the requests on as they are.</source>
        <translation>Serwer proxy przekazuje żądania bez zmian.</translation>
    </message>
    <message>
        <source>The certificates on the way are trusted ({reason}).</source>
        <translation>Certyfikaty po drodze są zaufane ({reason}).</translation>
    </message>
    <message>
        <source>The address asks for no encryption, so there is no certificate.</source>
        <translation>Adres nie wymaga szyfrowania, więc nie ma certyfikatu.</translation>
    </message>
    <message>
        <source>The help desk&apos;s server answers, in {ms} ms.</source>
        <translation>Serwer pomocy IT odpowiada, w {ms} ms.</translation>
    </message>
    <message>
        <source>The name of the server is not found: {server}</source>
        <translation>Nie można znaleźć nazwy serwera: {server}</translation>
    </message>
    <message>
        <source>Check the network; if you work from elsewhere, connect the VPN.</source>
        <translation>Sprawdź sieć; jeśli pracujesz spoza firmy, połącz VPN.</translation>
    </message>
    <message>
        <source>The server refuses the connection: {server}</source>
        <translation>Serwer odmawia połączenia: {server}</translation>
    </message>
    <message>
        <source>Check the network; if others have it too, the server may be switched off.</source>
        <translation>Sprawdź sieć; jeśli inni też tak mają, serwer może być wyłączony.</translation>
    </message>
    <message>
        <source>The server does not answer in time: {server}</source>
        <translation>Serwer nie odpowiada na czas: {server}</translation>
    </message>
    <message>
        <source>The certificate of {server} is not trusted: {reason}.</source>
        <translation>Certyfikat serwera {server} nie jest zaufany: {reason}.</translation>
    </message>
    <message>
        <source>Send nothing elsewhere and tell your IT: this computer must know its certificate authority.</source>
        <translation>Nie wysyłaj niczego inną drogą i powiadom IT: ten komputer musi znać urząd certyfikacji serwera.</translation>
    </message>
    <message>
        <source>The proxy on the way does not work: {reason}.</source>
        <translation>Serwer proxy po drodze nie działa: {reason}.</translation>
    </message>
    <message>
        <source>Ask your IT for the right proxy.</source>
        <translation>Zapytaj IT o właściwy serwer proxy.</translation>
    </message>
    <message>
        <source>The proxy on the way asks for a login and a password.</source>
        <translation>Serwer proxy po drodze żąda loginu i hasła.</translation>
    </message>
    <message>
        <source>Ask your IT how this program gets through.</source>
        <translation>Zapytaj IT, jak ten program może przejść dalej.</translation>
    </message>
    <message>
        <source>The connection to {server} breaks off in the middle.</source>
        <translation>Połączenie z serwerem {server} urywa się w połowie.</translation>
    </message>
    <message>
        <source>Try again; if it repeats, something on the way cuts it: tell your IT.</source>
        <translation>Spróbuj ponownie; gdy to się powtórzy, coś po drodze je przerywa: powiadom IT.</translation>
    </message>
    <message>
        <source>Something else answers at {server}: {reason}.</source>
        <translation>Pod adresem {server} odpowiada coś innego: {reason}.</translation>
    </message>
    <message>
        <source>In a guest network, sign in to the network first; otherwise ask your IT for the right address.</source>
        <translation>W sieci dla gości najpierw zaloguj się do tej sieci; w innym razie zapytaj IT o właściwy adres.</translation>
    </message>
    <message>
        <source>The server {server} has trouble of its own: {reason}</source>
        <translation>Serwer {server} ma własne kłopoty: {reason}</translation>
    </message>
    <message>
        <source>Nothing is lost; try again later.</source>
        <translation>Nic nie zginęło; spróbuj później.</translation>
    </message>
    <message>
        <source>The clock differs from the server&apos;s by {seconds} s.</source>
        <translation>Zegar różni się od zegara serwera o {seconds} s.</translation>
    </message>
    <message>
        <source>The clock is {minutes} min ahead of the server&apos;s.</source>
        <translation>Zegar spieszy o {minutes} min względem serwera.</translation>
    </message>
    <message>
        <source>Switch on “set the time automatically” in the computer&apos;s settings.</source>
        <translation>Włącz w ustawieniach komputera automatyczne ustawianie czasu.</translation>
    </message>
    <message>
        <source>The clock is {minutes} min behind the server&apos;s.</source>
        <translation>Zegar spóźnia się o {minutes} min względem serwera.</translation>
    </message>
    <message>
        <source>The clock was not compared: the server did not tell its time.</source>
        <translation>Zegar nie jest porównany: serwer nie podał czasu.</translation>
    </message>
    <message>
        <source>Mend the way to the server first.</source>
        <translation>Najpierw napraw drogę do serwera.</translation>
    </message>
    <message>
        <source>Free on the disk: {free_mb} MB.</source>
        <translation>Wolne na dysku: {free_mb} MB.</translation>
    </message>
    <message>
        <source>Free on the disk: only {free_mb} MB.</source>
        <translation>Wolne na dysku: tylko {free_mb} MB.</translation>
    </message>
    <message>
        <source>Empty the bin, and move large files away.</source>
        <translation>Opróżnij kosz i przenieś duże pliki w inne miejsce.</translation>
    </message>
    <message>
        <source>How much is free on the disk cannot be found out: {why}</source>
        <translation>Nie można sprawdzić, ile jest wolnego na dysku: {why}</translation>
    </message>
    <message>
        <source>Send IT a report with what this page says.</source>
        <translation>Wyślij do IT zgłoszenie z tym, co pokazuje ta strona.</translation>
    </message>
    <message>
        <source>What itdesk does is written down in {path}.</source>
        <translation>Dziennik itdesk jest zapisywany w {path}.</translation>
    </message>
    <message>
        <source>What itdesk does cannot be written down: {why}</source>
        <translation>Nie można zapisywać dziennika itdesk: {why}</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ustawienia</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Logowanie</translation>
    </message>
    <message>
        <source>Copy of the tickets</source>
        <translation>Kopia zgłoszeń</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Czeka na wysłanie</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Magazyn haseł</translation>
    </message>
    <message>
        <source>Name of the server</source>
        <translation>Nazwa serwera</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Połączenie</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Serwer proxy</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Certyfikaty</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serwer</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Zegar</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Dysk</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Dziennik</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>w porządku</translation>
    </message>
    <message>
        <source>look at this</source>
        <translation>do sprawdzenia</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>nie działa</translation>
    </message>
</context>
<context>
    <name>EditorCanvas</name>
    <message>
        <source>The picture</source>
        <translation>Obraz</translation>
    </message>
    <message>
        <source>The arrow keys move a cross, Space begins and ends there.</source>
        <translation>Strzałki przesuwają krzyżyk, spacja zaczyna i kończy w tym miejscu.</translation>
    </message>
    <message>
        <source>Write, then press Enter</source>
        <translation>Napisz i naciśnij Enter</translation>
    </message>
    <message>
        <source>Words on the picture</source>
        <translation>Napis na obrazie</translation>
    </message>
</context>
<context>
    <name>EditorFrame</name>
    <message>
        <source>Done</source>
        <translation>Gotowe</translation>
    </message>
</context>
<context>
    <name>EffectLine</name>
    <message>
        <source>Your answer opens this ticket again.</source>
        <translation>Twoja odpowiedź otworzy to zgłoszenie na nowo.</translation>
    </message>
    <message>
        <source>This is done. Until {day} you can open it again.</source>
        <translation>Sprawa załatwiona. Możesz do niej wrócić do: {day}.</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Otwórz ponownie</translation>
    </message>
    <message>
        <source>This is over. If it is back, report it anew.</source>
        <translation>Ta sprawa jest zamknięta. Jeśli problem wrócił, zgłoś go na nowo.</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Zgłoś problem</translation>
    </message>
</context>
<context>
    <name>Event</name>
    <message>
        <source>itdesk</source>
        <translation>itdesk</translation>
    </message>
    <message>
        <source>{person} laid the ticket back</source>
        <translation>{person} oddaje zgłoszenie do kolejki</translation>
    </message>
    <message>
        <source>{person} took the ticket</source>
        <translation>{person} przejmuje zgłoszenie</translation>
    </message>
    <message>
        <source>{person} gave the ticket to {other}</source>
        <translation>{person} przydziela zgłoszenie: {other}</translation>
    </message>
    <message>
        <source>{person}: it works now</source>
        <translation>{person}: już działa</translation>
    </message>
    <message>
        <source>{person}: it does not work yet</source>
        <translation>{person}: jeszcze nie działa</translation>
    </message>
    <message>
        <source>{person} put the ticket on hold: {what}</source>
        <translation>{person} wstrzymuje zgłoszenie: {what}</translation>
    </message>
    <message>
        <source>{person} solved the ticket</source>
        <translation>{person}: zgłoszenie rozwiązane</translation>
    </message>
    <message>
        <source>{person} closed the ticket</source>
        <translation>{person} zamyka zgłoszenie</translation>
    </message>
    <message>
        <source>{person} cancelled the ticket</source>
        <translation>{person} anuluje zgłoszenie</translation>
    </message>
    <message>
        <source>{person} set the status: {what}</source>
        <translation>{person} zmienia status: {what}</translation>
    </message>
    <message>
        <source>{person} did something that a newer version can show</source>
        <translation>{person}: coś, co pokaże nowsza wersja programu</translation>
    </message>
    <message>
        <source>{person} set the priority: {what}</source>
        <translation>{person} ustawia priorytet: {what}</translation>
    </message>
    <message>
        <source>{person} moved it to the queue {what}</source>
        <translation>{person} przenosi do kolejki {what}</translation>
    </message>
    <message>
        <source>{person} changed the title: {what}</source>
        <translation>{person} zmienia tytuł: {what}</translation>
    </message>
    <message>
        <source>{person} changed the category: {what}</source>
        <translation>{person} zmienia kategorię: {what}</translation>
    </message>
    <message>
        <source>{person} filled in: {what}</source>
        <translation>{person} – uzupełnienie: {what}</translation>
    </message>
    <message>
        <source>{person} added {other}</source>
        <translation>{person} dodaje do rozmowy: {other}</translation>
    </message>
    <message>
        <source>{person} removed {other}</source>
        <translation>{person} usuwa z rozmowy: {other}</translation>
    </message>
    <message>
        <source>{person} attached {what}</source>
        <translation>{person} załącza {what}</translation>
    </message>
    <message>
        <source>Facts about the computer came along</source>
        <translation>Dołączone dane komputera</translation>
    </message>
    <message>
        <source>{person} rated the help: {what} of 5</source>
        <translation>{person} ocenia pomoc: {what} z 5</translation>
    </message>
    <message>
        <source>{person} took the last change back</source>
        <translation>{person} cofa ostatnią zmianę</translation>
    </message>
    <message>
        <source>The day has come for which the ticket was put off</source>
        <translation>Nadszedł dzień, na który zgłoszenie odłożono</translation>
    </message>
    <message>
        <source>{person} sorted the ticket by its rules: {what}</source>
        <translation>{person} przydziela zgłoszenie według reguł: {what}</translation>
    </message>
    <message>
        <source>{person} handed the ticket on to {what}</source>
        <translation>{person} przekazuje zgłoszenie dalej: {what}</translation>
    </message>
    <message>
        <source>{person} reminded the requester to answer</source>
        <translation>{person} przypomina osobie zgłaszającej o odpowiedzi</translation>
    </message>
    <message>
        <source>{other} will talk with the requester</source>
        <translation>{other} porozmawia z osobą zgłaszającą</translation>
    </message>
    <message>
        <source>{person} closed the follow-up</source>
        <translation>{person} kończy rozmowę po zgłoszeniu</translation>
    </message>
    <message>
        <source>{what} of the time for a first response have passed</source>
        <translation>Minęło {what} czasu na pierwszą odpowiedź</translation>
    </message>
    <message>
        <source>{what} of the time for the next response have passed</source>
        <translation>Minęło {what} czasu na kolejną odpowiedź</translation>
    </message>
    <message>
        <source>{what} of the time for a solution have passed</source>
        <translation>Minęło {what} czasu na rozwiązanie</translation>
    </message>
    <message>
        <source>The time for a first response has run out</source>
        <translation>Minął czas na pierwszą odpowiedź</translation>
    </message>
    <message>
        <source>The time for the next response has run out</source>
        <translation>Minął czas na kolejną odpowiedź</translation>
    </message>
    <message>
        <source>The time for a solution has run out</source>
        <translation>Minął czas na rozwiązanie</translation>
    </message>
    <message>
        <source>{person} made it nobody&apos;s child</source>
        <translation>{person} odłącza je od zgłoszenia nadrzędnego</translation>
    </message>
    <message>
        <source>{person} agreed</source>
        <translation>{person} wyraża zgodę</translation>
    </message>
    <message>
        <source>{person} did not agree</source>
        <translation>{person} nie wyraża zgody</translation>
    </message>
    <message>
        <source>{person} brought messages back here</source>
        <translation>{person} przenosi wiadomości z powrotem tutaj</translation>
    </message>
    <message>
        <source>{person} took the link to {number} away</source>
        <translation>{person} usuwa powiązanie: {number}</translation>
    </message>
    <message>
        <source>{person} linked it with {number}</source>
        <translation>{person} dodaje powiązanie: {number}</translation>
    </message>
    <message>
        <source>{person} noted that {number} waits for this</source>
        <translation>{person} zaznacza, że na to czeka {number}</translation>
    </message>
    <message>
        <source>{person} noted that this waits for {number}</source>
        <translation>{person} zaznacza, że to czeka na {number}</translation>
    </message>
    <message>
        <source>{person} noted that this follows from {number}</source>
        <translation>{person} zaznacza, że to wynika z {number}</translation>
    </message>
    <message>
        <source>{person} noted that {number} follows from this</source>
        <translation>{person} zaznacza, że z tego wynika {number}</translation>
    </message>
    <message>
        <source>{person} ticked a point of the checklist off</source>
        <translation>{person} odhacza punkt listy kontrolnej</translation>
    </message>
    <message>
        <source>{person} opened a point of the checklist again</source>
        <translation>{person} przywraca punkt listy kontrolnej jako niezrobiony</translation>
    </message>
    <message>
        <source>{person} removed a point of the checklist</source>
        <translation>{person} usuwa punkt listy kontrolnej</translation>
    </message>
    <message>
        <source>{other} has signed in and said: this is hers or his</source>
        <translation>{other} – osoba zalogowana potwierdziła, że to jej zgłoszenie</translation>
    </message>
    <message>
        <source>{person} made it a child of {number}</source>
        <translation>{person} dołącza je jako podrzędne do {number}</translation>
    </message>
    <message>
        <source>{person} made {number} a child of this</source>
        <translation>{person} dołącza tu jako podrzędne {number}</translation>
    </message>
    <message>
        <source>{person} took the child {number} away</source>
        <translation>{person} odłącza zgłoszenie podrzędne {number}</translation>
    </message>
    <message>
        <source>{person} merged it into {number}</source>
        <translation>{person} scala je z {number}</translation>
    </message>
    <message>
        <source>{person} merged {number} into this</source>
        <translation>{person} scala z tym {number}</translation>
    </message>
    <message>
        <source>{person} took the merge of {number} back</source>
        <translation>{person} cofa scalenie z {number}</translation>
    </message>
    <message>
        <source>{person} moved messages to {number}</source>
        <translation>{person} przenosi wiadomości do {number}</translation>
    </message>
    <message>
        <source>{person} moved messages here from {number}</source>
        <translation>{person} przenosi tutaj wiadomości z {number}</translation>
    </message>
    <message>
        <source>{person} moved messages of {number} away from here</source>
        <translation>{person} zabiera stąd wiadomości z {number}</translation>
    </message>
    <message>
        <source>{person} changed the tags: {what}</source>
        <translation>{person} zmienia znaczniki: {what}</translation>
    </message>
    <message>
        <source>{person} added to the checklist: {what}</source>
        <translation>{person} dopisuje do listy kontrolnej: {what}</translation>
    </message>
    <message>
        <source>{person} spent time on it: {what}</source>
        <translation>{person} notuje czas pracy: {what}</translation>
    </message>
    <message>
        <source>{person} corrected the time spent: {what}</source>
        <translation>{person} poprawia czas pracy: {what}</translation>
    </message>
    <message>
        <source>{person} asked for {what}</source>
        <translation>{person} prosi o: {what}</translation>
    </message>
    <message>
        <source>Contents were erased, to protect personal data</source>
        <translation>Treść usunięto, aby chronić dane osobowe</translation>
    </message>
    <message>
        <source>{person} began to help from afar</source>
        <translation>{person} rozpoczyna zdalną pomoc</translation>
    </message>
    <message>
        <source>{person} proposed an appointment: {what}</source>
        <translation>{person} proponuje termin: {what}</translation>
    </message>
    <message>
        <source>{person} accepted the appointment: {what}</source>
        <translation>{person} przyjmuje termin: {what}</translation>
    </message>
    <message>
        <source>{person} cancelled the appointment. {what}</source>
        <translation>{person} odwołuje termin. {what}</translation>
    </message>
    <message>
        <source>another ticket</source>
        <translation>inne zgłoszenie</translation>
    </message>
    <message>
        <source>{person} declared a major incident: {what}</source>
        <translation>{person} ogłasza poważną awarię: {what}</translation>
    </message>
    <message>
        <source>{person} ended the major incident</source>
        <translation>{person} odwołuje poważną awarię</translation>
    </message>
</context>
<context>
    <name>ExactPreview</name>
    <message>
        <source>Exactly what we send</source>
        <translation>Dokładnie to wyślemy</translation>
    </message>
    <message>
        <source>Beside your own words, this and nothing else:</source>
        <translation>Oprócz twoich słów to i nic więcej:</translation>
    </message>
    <message>
        <source>Files: {names}</source>
        <translation>Pliki: {names}</translation>
    </message>
    <message>
        <source>No facts about this computer.</source>
        <translation>Żadnych danych tego komputera.</translation>
    </message>
    <message>
        <source>The facts, as they are sent</source>
        <translation>Dane dokładnie tak, jak je wysyłamy</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>The pictures, as they are sent</source>
        <translation>Obrazy dokładnie takie, jakie wyślemy</translation>
    </message>
    <message>
        <source>Picture {number} of {all}</source>
        <translation>Obraz {number} z {all}</translation>
    </message>
</context>
<context>
    <name>FactLines</name>
    <message>
        <source>{value} (looks wrong)</source>
        <translation>{value} (coś się nie zgadza)</translation>
    </message>
    <message>
        <source>You and IT see this, nobody else.</source>
        <translation>Widzisz to ty i IT, nikt inny.</translation>
    </message>
    <message>
        <source>Send: {name}</source>
        <translation>Wyślij: {name}</translation>
    </message>
</context>
<context>
    <name>FactNodes</name>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} z {all}</translation>
    </message>
</context>
<context>
    <name>FactRow</name>
    <message>
        <source>Processor</source>
        <translation>Procesor</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nazwa</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Działa</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Restart</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>cable</source>
        <translation>kabel</translation>
    </message>
    <message>
        <source>Wi-Fi</source>
        <translation>Wi-Fi</translation>
    </message>
    <message>
        <source>mobile network</source>
        <translation>sieć komórkowa</translation>
    </message>
    <message>
        <source>at the computer</source>
        <translation>przy komputerze</translation>
    </message>
    <message>
        <source>from another computer</source>
        <translation>z innego komputera</translation>
    </message>
    <message>
        <source>without windows</source>
        <translation>bez okien</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>donikąd</translation>
    </message>
    <message>
        <source>to a sign-in page</source>
        <translation>do strony logowania</translation>
    </message>
    <message>
        <source>only to the local network</source>
        <translation>tylko do sieci lokalnej</translation>
    </message>
    <message>
        <source>to the internet</source>
        <translation>do internetu</translation>
    </message>
    <message>
        <source>domain</source>
        <translation>domena</translation>
    </message>
    <message>
        <source>workgroup</source>
        <translation>grupa robocza</translation>
    </message>
    <message>
        <source>Microsoft Entra</source>
        <translation>Microsoft Entra</translation>
    </message>
    <message>
        <source>desktop</source>
        <translation>stacjonarny</translation>
    </message>
    <message>
        <source>laptop</source>
        <translation>laptop</translation>
    </message>
    <message>
        <source>server</source>
        <translation>serwer</translation>
    </message>
    <message>
        <source>handheld</source>
        <translation>kieszonkowy</translation>
    </message>
    <message>
        <source>all in one</source>
        <translation>all-in-one</translation>
    </message>
    <message>
        <source>tablet</source>
        <translation>tablet</translation>
    </message>
    <message>
        <source>virtual</source>
        <translation>wirtualny</translation>
    </message>
    <message>
        <source>running</source>
        <translation>działa</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>zatrzymana</translation>
    </message>
    <message>
        <source>network</source>
        <translation>sieciowy</translation>
    </message>
    <message>
        <source>other</source>
        <translation>inny</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>gotowa</translation>
    </message>
    <message>
        <source>printing</source>
        <translation>drukuje</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>brak połączenia</translation>
    </message>
    <message>
        <source>error</source>
        <translation>błąd</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>krytyczny</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>ostrzeżenie</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>w porządku</translation>
    </message>
    <message>
        <source>failing</source>
        <translation>psuje się</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>nie wiadomo</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>połączono</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>łączenie</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>rozłączono</translation>
    </message>
    <message>
        <source>added</source>
        <translation>dodano</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>usunięto</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>zmieniono</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>tak</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>pominięte</translation>
    </message>
    <message>
        <source>by the table of neighbours</source>
        <translation>z tabeli sąsiadów</translation>
    </message>
    <message>
        <source>the name is not known</source>
        <translation>nazwa nieznana</translation>
    </message>
    <message>
        <source>the way is closed</source>
        <translation>droga zamknięta</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>brak odpowiedzi na czas</translation>
    </message>
    <message>
        <source>broke off</source>
        <translation>urwało się</translation>
    </message>
    <message>
        <source>the proxy wants a login</source>
        <translation>serwer proxy wymaga loginu</translation>
    </message>
    <message>
        <source>something else answered</source>
        <translation>odpowiada coś innego</translation>
    </message>
    <message>
        <source>the server reported a fault</source>
        <translation>usterka serwera</translation>
    </message>
    <message>
        <source>{what}: no</source>
        <translation>{what}: nie</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>i jeszcze {count}</translation>
    </message>
    <message>
        <source>VPN</source>
        <translation>VPN</translation>
    </message>
    <message>
        <source>the server cannot be reached</source>
        <translation>brak połączenia z serwerem</translation>
    </message>
    <message>
        <source>on mains power</source>
        <translation>zasilanie z sieci</translation>
    </message>
    <message>
        <source>antivirus is off</source>
        <translation>antywirus wyłączony</translation>
    </message>
    <message>
        <source>antivirus is out of date</source>
        <translation>antywirus nieaktualny</translation>
    </message>
    <message>
        <source>firewall on</source>
        <translation>zapora włączona</translation>
    </message>
    <message>
        <source>firewall off</source>
        <translation>zapora wyłączona</translation>
    </message>
    <message>
        <source>disk encrypted</source>
        <translation>dysk zaszyfrowany</translation>
    </message>
    <message>
        <source>disk not encrypted</source>
        <translation>dysk niezaszyfrowany</translation>
    </message>
    <message>
        <source>none</source>
        <translation>brak</translation>
    </message>
    <message>
        <source>printing is stopped</source>
        <translation>drukowanie zatrzymane</translation>
    </message>
    <message>
        <source>no printer</source>
        <translation>brak drukarki</translation>
    </message>
    <message>
        <source>nothing that was noticed</source>
        <translation>nie widać zmian</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>dźwięk wyciszony</translation>
    </message>
    <message>
        <source>{value} free</source>
        <translation>wolne {value}</translation>
    </message>
    <message>
        <source>{value} % used</source>
        <translation>zajęte {value} %</translation>
    </message>
    <message>
        <source>{value} % charged</source>
        <translation>naładowana w {value} %</translation>
    </message>
    <message>
        <source>{value} % of its capacity left</source>
        <translation>zostało {value} % pojemności</translation>
    </message>
    <message>
        <source>{value} %</source>
        <translation>{value} %</translation>
    </message>
    <message>
        <source>signal {value} dBm</source>
        <translation>sygnał {value} dBm</translation>
    </message>
    <message>
        <source>screens: {value}</source>
        <translation>ekrany: {value}</translation>
    </message>
    <message>
        <source>driver {value}</source>
        <translation>sterownik {value}</translation>
    </message>
    <message>
        <source>last {value}</source>
        <translation>ostatnia {value}</translation>
    </message>
    <message>
        <source>failed: {value}</source>
        <translation>nieudane: {value}</translation>
    </message>
    <message>
        <source>waiting: {value}</source>
        <translation>czekające: {value}</translation>
    </message>
    <message>
        <source>error: {value}</source>
        <translation>błąd: {value}</translation>
    </message>
    <message>
        <source>crashed: {value}</source>
        <translation>awaria: {value}</translation>
    </message>
    <message>
        <source>changes: {value}</source>
        <translation>zmiany: {value}</translation>
    </message>
    <message>
        <source>lines: {value}</source>
        <translation>wpisy: {value}</translation>
    </message>
    <message>
        <source>programs: {value}</source>
        <translation>programy: {value}</translation>
    </message>
    <message>
        <source>adapters: {value}</source>
        <translation>adaptery: {value}</translation>
    </message>
    <message>
        <source>cameras: {value}</source>
        <translation>kamery: {value}</translation>
    </message>
    <message>
        <source>devices: {value}</source>
        <translation>urządzenia: {value}</translation>
    </message>
    <message>
        <source>could not be found out</source>
        <translation>nie udało się ustalić</translation>
    </message>
    <message>
        <source>running for {time}</source>
        <translation>czas pracy: {time}</translation>
    </message>
    <message>
        <source>wants to restart</source>
        <translation>czeka na restart</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>brak połączenia</translation>
    </message>
    <message>
        <source>{what}: {name}, new</source>
        <translation>{what}: dodano {name}</translation>
    </message>
    <message>
        <source>{what}: {name}, removed</source>
        <translation>{what}: usunięto {name}</translation>
    </message>
    <message>
        <source>{what}: {before} → {after}</source>
        <translation>{what}: {before} → {after}</translation>
    </message>
    <message>
        <source>{time} before: {change}</source>
        <translation>{time} wcześniej: {change}</translation>
    </message>
    <message>
        <source>{check}: {verdict}</source>
        <translation>{check}: {verdict}</translation>
    </message>
    <message>
        <source>{step}: {outcome}</source>
        <translation>{step}: {outcome}</translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message>
        <source>{name}: show everything</source>
        <translation>{name}: pokaż wszystko</translation>
    </message>
    <message>
        <source>Send: {name}</source>
        <translation>Wyślij: {name}</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nie wysyłamy</translation>
    </message>
</context>
<context>
    <name>FactsDialog</name>
    <message>
        <source>All facts, {reference}</source>
        <translation>Wszystkie dane, {reference}</translation>
    </message>
    <message>
        <source>All facts</source>
        <translation>Wszystkie dane</translation>
    </message>
    <message>
        <source>Search the facts</source>
        <translation>Szukaj w danych</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Porównaj z</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Niczym</translation>
    </message>
    <message>
        <source>Facts about the computer</source>
        <translation>Dane komputera</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>No other facts yet</source>
        <translation>Nie ma jeszcze innych danych</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>To się nie udało</translation>
    </message>
    <message>
        <source>The facts are in a form that this version cannot show.</source>
        <translation>Dane są w postaci, której ta wersja nie pokaże.</translation>
    </message>
    <message>
        <source>Nothing here has these words.</source>
        <translation>Nic tu nie zawiera tych słów.</translation>
    </message>
    <message>
        <source>No differences</source>
        <translation>Brak różnic</translation>
    </message>
    <message>
        <source>What differs: {earlier} → {later}</source>
        <translation>Różnice: {earlier} → {later}</translation>
    </message>
    <message>
        <source>{time}, {reference}</source>
        <translation>{time}, {reference}</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>The name of the server {server} is not known here. Check the network and the address.</source>
        <translation>Nazwa serwera {server} nie jest tu znana. Sprawdź sieć i adres.</translation>
    </message>
    <message>
        <source>The server {server} cannot be reached. Check the network; it may also be switched off.</source>
        <translation>Nie ma połączenia z serwerem {server}. Sprawdź sieć; serwer może też być wyłączony.</translation>
    </message>
    <message>
        <source>The server {server} did not answer in time. Check the network or try again later.</source>
        <translation>Serwer {server} nie odpowiada na czas. Sprawdź sieć albo spróbuj później.</translation>
    </message>
    <message>
        <source>The connection to {server} is not safe: {reason}. Nothing was sent; tell your IT.</source>
        <translation>Połączenie z {server} nie jest bezpieczne: {reason}. Nic nie zostało wysłane; powiedz o tym IT.</translation>
    </message>
    <message>
        <source>The proxy on the way to {server} refuses: {reason}. Check the proxy setting.</source>
        <translation>Serwer proxy w drodze do {server} odmawia: {reason}. Sprawdź ustawienie proxy.</translation>
    </message>
    <message>
        <source>The connection to {server} broke off in the middle. It will work again by itself.</source>
        <translation>Połączenie z {server} urwało się w trakcie. Wróci samo.</translation>
    </message>
    <message>
        <source>The login or the password is not right. Check both and try again.</source>
        <translation>Login albo hasło się nie zgadza. Sprawdź jedno i drugie i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>There were too many wrong passwords. Wait a little, then try again.</source>
        <translation>Za dużo razy hasło się nie zgadzało. Odczekaj chwilę i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>This code is not valid: mistyped, used already, replaced by a newer one, or older than a day. Copy it once more, or ask for a new one.</source>
        <translation>Ten kod nie działa: jest wpisany z błędem, już użyty, zastąpiony nowszym albo starszy niż doba. Skopiuj go jeszcze raz albo poproś o nowy.</translation>
    </message>
    <message>
        <source>This help desk has an admin already. Ask her for an invitation.</source>
        <translation>W pomocy IT jest już administrator. Poproś o zaproszenie.</translation>
    </message>
    <message>
        <source>Somebody has this login already. Choose another one.</source>
        <translation>Ktoś ma już ten login. Wybierz inny.</translation>
    </message>
    <message>
        <source>The key by which this computer enrols is not valid any more. Ask IT for a new one.</source>
        <translation>Klucz tego komputera stracił ważność. Poproś dział IT o nowy.</translation>
    </message>
    <message>
        <source>IT has ended reporting without a sign-in for this profile. Sign in, or ask IT.</source>
        <translation>Dział IT zakończył zgłaszanie bez logowania dla tego profilu. Zaloguj się albo zapytaj dział IT.</translation>
    </message>
    <message>
        <source>There is no such enrolment any more.</source>
        <translation>Tego wpisu już nie ma.</translation>
    </message>
    <message>
        <source>There is nothing here that you may see.</source>
        <translation>Nie ma tu nic, co możesz zobaczyć.</translation>
    </message>
    <message>
        <source>The server does not have this file whole yet. Try again in a moment.</source>
        <translation>Serwer nie ma jeszcze całego pliku. Spróbuj ponownie za chwilę.</translation>
    </message>
    <message>
        <source>The server cannot reach its database now. Nothing is lost; try again shortly.</source>
        <translation>Serwer nie może teraz połączyć się z bazą danych. Nic nie zginęło; spróbuj ponownie za chwilę.</translation>
    </message>
    <message>
        <source>The server failed. Nothing is lost; try again later.</source>
        <translation>Coś nie zadziałało na serwerze. Nic nie zginęło; spróbuj ponownie później.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was changed; free some space and do it again.</source>
        <translation>Dysk jest pełny. Nic się nie zmieniło; zwolnij trochę miejsca i zrób to jeszcze raz.</translation>
    </message>
    <message>
        <source>The disk failed. Nothing was changed; do it again, and tell your IT if it repeats.</source>
        <translation>Dysk nie zadziałał. Nic się nie zmieniło; zrób to jeszcze raz, a jeśli się powtórzy, powiedz o tym IT.</translation>
    </message>
    <message>
        <source>There is no such file that you may see.</source>
        <translation>Nie ma takiego pliku wśród tych, które możesz zobaczyć.</translation>
    </message>
    <message>
        <source>You were signed out meanwhile, so this was not saved. Sign in again, then do it once more.</source>
        <translation>W międzyczasie konto zostało wylogowane, więc nic się nie zapisało. Zaloguj się i zrób to jeszcze raz.</translation>
    </message>
    <message>
        <source>The screenshot could not be saved as a picture. Remove it and send without.</source>
        <translation>Nie udało się zapisać zrzutu ekranu jako obrazu. Usuń go i wyślij bez niego.</translation>
    </message>
    <message>
        <source>Something in itdesk itself went wrong. It was written to the log; your words are kept.</source>
        <translation>Coś nie zadziałało w samym itdesk. Zapis jest w dzienniku, a twój tekst nie zginął.</translation>
    </message>
    <message>
        <source>“{file}” cannot be used: {reason}.</source>
        <translation>Nie można użyć pliku „{file}”: {reason}.</translation>
    </message>
    <message>
        <source>The address {server} answers, but not as an itdesk server: {found}. Check the address; in a guest network, sign in to the network first.</source>
        <translation>Adres {server} odpowiada, ale nie jak serwer itdesk: {found}. Sprawdź adres; w sieci dla gości zaloguj się najpierw do niej.</translation>
    </message>
    <message>
        <source>The server no longer understands this version of itdesk. Ask your IT for a newer one.</source>
        <translation>Serwer nie rozumie już tej wersji itdesk. Zapytaj IT o nowszą.</translation>
    </message>
    <message>
        <source>Sign in again: the server does not know you any more.</source>
        <translation>Zaloguj się ponownie: serwer już cię nie rozpoznaje.</translation>
    </message>
    <message>
        <source>The recorded steps are too large to be sent. Leave some of the pictures out.</source>
        <translation>Nagrane kroki są za duże, żeby je wysłać. Pomiń kilka obrazów.</translation>
    </message>
    <message>
        <source>A picture of the screen could not be kept. Try again, or report without pictures.</source>
        <translation>Nie udało się zapisać obrazu ekranu. Spróbuj ponownie albo wyślij zgłoszenie bez obrazów.</translation>
    </message>
    <message>
        <source>A picture of the recording cannot be read any more. Leave it out, or record again.</source>
        <translation>Jednego obrazu z nagrania nie da się już odczytać. Pomiń go albo nagraj od nowa.</translation>
    </message>
    <message>
        <source>The recording cannot be kept here: the disk may be full. Free some space, or report without it.</source>
        <translation>Nagrania nie można tu zapisać: dysk może być pełny. Zwolnij trochę miejsca albo wyślij zgłoszenie bez niego.</translation>
    </message>
    <message>
        <source>This picture cannot be used: it is broken, or far too large. Choose another one.</source>
        <translation>Tego obrazu nie da się użyć: jest uszkodzony albo o wiele za duży. Wybierz inny.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>title</source>
        <translation>tytuł</translation>
    </message>
    <message>
        <source>description</source>
        <translation>opis</translation>
    </message>
    <message>
        <source>what is happening</source>
        <translation>co się dzieje</translation>
    </message>
    <message>
        <source>category</source>
        <translation>kategoria</translation>
    </message>
    <message>
        <source>urgency</source>
        <translation>pilność</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>priorytet</translation>
    </message>
    <message>
        <source>status</source>
        <translation>status</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>kolejka</translation>
    </message>
    <message>
        <source>assignee</source>
        <translation>przydział</translation>
    </message>
    <message>
        <source>place</source>
        <translation>miejsce</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>kontakt</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>odpowiedź</translation>
    </message>
    <message>
        <source>file name</source>
        <translation>nazwa pliku</translation>
    </message>
    <message>
        <source>facts about the computer</source>
        <translation>dane komputera</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nazwa</translation>
    </message>
    <message>
        <source>text</source>
        <translation>treść</translation>
    </message>
    <message>
        <source>other words</source>
        <translation>inne słowa</translation>
    </message>
    <message>
        <source>members</source>
        <translation>członkowie</translation>
    </message>
    <message>
        <source>symptoms</source>
        <translation>objawy</translation>
    </message>
    <message>
        <source>model</source>
        <translation>model</translation>
    </message>
    <message>
        <source>operating system</source>
        <translation>system operacyjny</translation>
    </message>
    <message>
        <source>serial number</source>
        <translation>numer seryjny</translation>
    </message>
    <message>
        <source>details</source>
        <translation>szczegóły</translation>
    </message>
    <message>
        <source>site</source>
        <translation>lokalizacja</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>telefon</translation>
    </message>
    <message>
        <source>address</source>
        <translation>adres</translation>
    </message>
    <message>
        <source>time zone</source>
        <translation>strefa czasowa</translation>
    </message>
    <message>
        <source>opening hours</source>
        <translation>godziny pracy</translation>
    </message>
    <message>
        <source>closed days</source>
        <translation>dni wolne</translation>
    </message>
    <message>
        <source>weekday</source>
        <translation>dzień tygodnia</translation>
    </message>
    <message>
        <source>login</source>
        <translation>login</translation>
    </message>
    <message>
        <source>role</source>
        <translation>rola</translation>
    </message>
    <message>
        <source>department</source>
        <translation>dział</translation>
    </message>
    <message>
        <source>search</source>
        <translation>wyszukiwanie</translation>
    </message>
    <message>
        <source>code</source>
        <translation>kod</translation>
    </message>
    <message>
        <source>person</source>
        <translation>osoba</translation>
    </message>
    <message>
        <source>team</source>
        <translation>zespół</translation>
    </message>
    <message>
        <source>article</source>
        <translation>artykuł</translation>
    </message>
    <message>
        <source>announcement</source>
        <translation>komunikat</translation>
    </message>
    <message>
        <source>device</source>
        <translation>urządzenie</translation>
    </message>
    <message>
        <source>helpdesk</source>
        <translation>helpdesk</translation>
    </message>
    <message>
        <source>view</source>
        <translation>widok</translation>
    </message>
    <message>
        <source>put aside</source>
        <translation>odłożone</translation>
    </message>
    <message>
        <source>macro</source>
        <translation>makro</translation>
    </message>
    <message>
        <source>consent</source>
        <translation>zgoda</translation>
    </message>
    <message>
        <source>ticket</source>
        <translation>zgłoszenie</translation>
    </message>
    <message>
        <source>skills</source>
        <translation>umiejętności</translation>
    </message>
    <message>
        <source>absences</source>
        <translation>nieobecności</translation>
    </message>
    <message>
        <source>words</source>
        <translation>słowa</translation>
    </message>
    <message>
        <source>calendar</source>
        <translation>kalendarz</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>zasady SLA</translation>
    </message>
    <message>
        <source>profile</source>
        <translation>profil</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>reguła</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>etykieta</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>etykiety</translation>
    </message>
    <message>
        <source>what we do</source>
        <translation>co robimy</translation>
    </message>
    <message>
        <source>what we do not do</source>
        <translation>czego nie robimy</translation>
    </message>
    <message>
        <source>expected time</source>
        <translation>przewidywany czas</translation>
    </message>
    <message>
        <source>fields</source>
        <translation>pola</translation>
    </message>
    <message>
        <source>value</source>
        <translation>wartość</translation>
    </message>
    <message>
        <source>name of the field</source>
        <translation>nazwa pola</translation>
    </message>
    <message>
        <source>longest text</source>
        <translation>najdłuższy tekst</translation>
    </message>
    <message>
        <source>choices</source>
        <translation>wybory</translation>
    </message>
    <message>
        <source>words of a choice</source>
        <translation>nazwa wyboru</translation>
    </message>
    <message>
        <source>article or announcement</source>
        <translation>artykuł lub ogłoszenie</translation>
    </message>
    <message>
        <source>note</source>
        <translation>notatka</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>powód</translation>
    </message>
    <message>
        <source>date</source>
        <translation>termin</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>komentarz</translation>
    </message>
    <message>
        <source>rating</source>
        <translation>ocena</translation>
    </message>
    <message>
        <source>what came of it</source>
        <translation>co z tego wynikło</translation>
    </message>
    <message>
        <source>link</source>
        <translation>powiązanie</translation>
    </message>
    <message>
        <source>parent ticket</source>
        <translation>zgłoszenie nadrzędne</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>scalenie</translation>
    </message>
    <message>
        <source>message</source>
        <translation>wiadomość</translation>
    </message>
    <message>
        <source>checklist</source>
        <translation>lista kontrolna</translation>
    </message>
    <message>
        <source>time spent</source>
        <translation>czas pracy</translation>
    </message>
    <message>
        <source>appointment</source>
        <translation>umówiony termin</translation>
    </message>
    <message>
        <source>time</source>
        <translation>termin</translation>
    </message>
</context>
<context>
    <name>FieldValue</name>
    <message>
        <source>yes</source>
        <translation>tak</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nie</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>The recorded pictures</source>
        <translation>Nagrane obrazy ekranu</translation>
    </message>
    <message>
        <source>{time} · left out</source>
        <translation>{time} · pominięty</translation>
    </message>
    <message>
        <source>{time} · marked</source>
        <translation>{time} · oznaczony</translation>
    </message>
</context>
<context>
    <name>FootBars</name>
    <message>
        <source>IT</source>
        <translation>IT</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Send report</source>
        <translation>Wyślij zgłoszenie</translation>
    </message>
    <message>
        <source>Your report cannot get lost, even without internet.</source>
        <translation>Zgłoszenie nie zginie, nawet bez internetu.</translation>
    </message>
    <message>
        <source>Draft saved. Your report cannot get lost, even without internet.</source>
        <translation>Szkic zapisany. Zgłoszenie nie zginie, nawet bez internetu.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Zapisywanie…</translation>
    </message>
</context>
<context>
    <name>FormSheet</name>
    <message>
        <source>Back to the description</source>
        <translation>Wróć do opisu</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) will be sent · Show</source>
        <translation>
            <numerusform>Wyślemy %n rzecz · Pokaż</numerusform>
            <numerusform>Wyślemy %n rzeczy · Pokaż</numerusform>
            <numerusform>Wyślemy %n rzeczy · Pokaż</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoundIn</name>
    <message>
        <source>in the title</source>
        <translation>w tytule</translation>
    </message>
    <message>
        <source>in the description</source>
        <translation>w opisie</translation>
    </message>
    <message>
        <source>in the conversation</source>
        <translation>w rozmowie</translation>
    </message>
    <message>
        <source>in an internal note</source>
        <translation>notatka wewnętrzna</translation>
    </message>
    <message>
        <source>in the solution</source>
        <translation>w rozwiązaniu</translation>
    </message>
    <message>
        <source>in a file’s name</source>
        <translation>w nazwie pliku</translation>
    </message>
    <message>
        <source>as a tag</source>
        <translation>jako etykieta</translation>
    </message>
    <message>
        <source>in a person’s name</source>
        <translation>w nazwisku osoby</translation>
    </message>
    <message>
        <source>in a field</source>
        <translation>w polu</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Language</source>
        <translation>Język</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>Jak komputer</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Kolory</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Jasne</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Ciemne</translation>
    </message>
    <message>
        <source>Start with the computer</source>
        <translation>Włączaj razem z komputerem</translation>
    </message>
    <message>
        <source>Help is then always at hand, next to the clock.</source>
        <translation>Pomoc jest wtedy zawsze pod ręką, obok zegara.</translation>
    </message>
    <message>
        <source>To open a report with a few keys, go to the keyboard settings of this computer and give the command “itdesk report” the keys you like.</source>
        <translation>Aby otwierać zgłoszenie klawiszami, przypisz polecenie „itdesk report” do wybranych klawiszy w ustawieniach klawiatury tego komputera.</translation>
    </message>
    <message>
        <source>No keys open a report.</source>
        <translation>Żadne klawisze nie otwierają zgłoszenia.</translation>
    </message>
    <message>
        <source>{keys} opens a report, whatever is on the screen.</source>
        <translation>{keys} otwiera zgłoszenie, cokolwiek jest na ekranie.</translation>
    </message>
    <message>
        <source>Your company has decided this for every computer.</source>
        <translation>Firma ustawiła to na wszystkich komputerach.</translation>
    </message>
    <message>
        <source>IT has set this up on this computer for everybody.</source>
        <translation>Dział IT ustawił to na tym komputerze dla wszystkich.</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Ogólne</translation>
    </message>
    <message>
        <source>Report by keys</source>
        <translation>Zgłoszenie klawiszami</translation>
    </message>
</context>
<context>
    <name>GoingAlong</name>
    <message>
        <source>This goes along with your description</source>
        <translation>To wyślemy razem z opisem</translation>
    </message>
    <message>
        <source>Show exactly what we send</source>
        <translation>Pokaż dokładnie, co wyślemy</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>sprawdzamy…</translation>
    </message>
    <message>
        <source>nothing to say</source>
        <translation>brak danych</translation>
    </message>
    <message>
        <source>Only IT sees this. Switch off what you do not want.</source>
        <translation>Widzi to tylko IT. Wyłącz, czego nie chcesz.</translation>
    </message>
    <message>
        <source>Only your words and the time are sent, nothing of this computer.</source>
        <translation>Wyślemy tylko twoje słowa i godzinę, nic z tego komputera.</translation>
    </message>
    <message>
        <source>Your report is not about this computer, so nothing of it goes along.</source>
        <translation>Zgłoszenie nie dotyczy tego komputera, więc nic z niego nie wyślemy.</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>What is happening?</source>
        <translation>Co się dzieje?</translation>
    </message>
</context>
<context>
    <name>Headings</name>
    <message>
        <source>In no queue</source>
        <translation>Bez kolejki</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nikt</translation>
    </message>
</context>
<context>
    <name>Helpdesk</name>
    <message>
        <source>The helpdesk is closed now</source>
        <translation>Pomoc IT jest teraz nieczynna</translation>
    </message>
    <message>
        <source>The helpdesk is closed, it opens: {time}</source>
        <translation>Pomoc IT nieczynna, otwarcie: {time}</translation>
    </message>
    <message>
        <source>Phone: {number}</source>
        <translation>Telefon: {number}</translation>
    </message>
    <message>
        <source>A first answer usually takes {duration}</source>
        <translation>Pierwsza odpowiedź: zwykle {duration}</translation>
    </message>
    <message>
        <source>The helpdesk is open</source>
        <translation>Pomoc IT jest czynna</translation>
    </message>
    <message>
        <source>The helpdesk is open until {time}</source>
        <translation>Pomoc IT czynna do {time}</translation>
    </message>
</context>
<context>
    <name>HelpedBar</name>
    <message>
        <source>No</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Yes, it helped</source>
        <translation>Tak, pomogło</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Zgłoś problem</translation>
    </message>
    <message>
        <source>Did this help?</source>
        <translation>Czy to pomogło?</translation>
    </message>
    <message>
        <source>Good. It is noted that this helped.</source>
        <translation>Dobrze. Zapisane: to pomogło.</translation>
    </message>
    <message>
        <source>Then let somebody help you. The report names this article.</source>
        <translation>W takim razie niech ktoś pomoże. W zgłoszeniu będzie ten artykuł.</translation>
    </message>
</context>
<context>
    <name>Hindrance</name>
    <message>
        <source>This desktop does not let programs see the screen.</source>
        <translation>Ten pulpit nie pozwala programom zobaczyć ekranu.</translation>
    </message>
    <message>
        <source>Press Print Screen, then paste the picture here with Ctrl+V.</source>
        <translation>Naciśnij klawisz Print Screen, a potem wklej obraz tutaj klawiszami Ctrl+V.</translation>
    </message>
    <message>
        <source>The picture of the screen came out empty.</source>
        <translation>Zrzut ekranu wyszedł pusty.</translation>
    </message>
    <message>
        <source>Your Mac does not let itdesk see the screen yet.</source>
        <translation>Ten Mac nie pozwala jeszcze programowi itdesk zobaczyć ekranu.</translation>
    </message>
    <message>
        <source>Allow it in System Settings, Privacy &amp; Security, Screen Recording, and start itdesk again. Or press Shift+Command+Control+4 and paste the picture here.</source>
        <translation>Zezwól na to: Ustawienia systemowe, Prywatność i ochrona, Nagrywanie ekranu, i uruchom itdesk ponownie. Możesz też nacisnąć Shift+Command+Control+4 i wkleić obraz tutaj.</translation>
    </message>
</context>
<context>
    <name>HoldDialog</name>
    <message>
        <source>Put {number} on hold</source>
        <translation>Wstrzymaj {number}</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>Wstrzymaj</translation>
    </message>
    <message>
        <source>What does it wait for?</source>
        <translation>Na co czeka?</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Do kiedy</translation>
    </message>
    <message>
        <source>Write what you need to know; that is what goes to the requester.</source>
        <translation>Napisz, czego chcesz się dowiedzieć. To właśnie przeczyta osoba zgłaszająca.</translation>
    </message>
    <message>
        <source>What do you ask? {person} will see this</source>
        <translation>O co pytasz? {person} to zobaczy</translation>
    </message>
    <message>
        <source>Note (may stay empty). {person} will see this</source>
        <translation>Komentarz (można pominąć). {person} to zobaczy</translation>
    </message>
</context>
<context>
    <name>Impact</name>
    <message>
        <source>The company or a site</source>
        <translation>Cała firma albo oddział</translation>
    </message>
    <message>
        <source>A team</source>
        <translation>Zespół</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>Jedna osoba</translation>
    </message>
</context>
<context>
    <name>IncidentDialog</name>
    <message>
        <source>{number} is a major incident</source>
        <translation>{number} to poważna awaria</translation>
    </message>
    <message>
        <source>Tell everybody</source>
        <translation>Powiadom wszystkich</translation>
    </message>
    <message>
        <source>Everybody in the company reads these words at once, and whoever reports the same is told that it is known. Nothing of the ticket itself is shown. It ends when the ticket is resolved.</source>
        <translation>Te słowa od razu przeczyta cała firma, a kto zgłasza to samo, dowie się, że już o tym wiemy. Z samego zgłoszenia nikt nic nie zobaczy. Awaria skończy się, gdy zgłoszenie będzie rozwiązane.</translation>
    </message>
    <message>
        <source>What does not work, in English?</source>
        <translation>Co nie działa – po angielsku?</translation>
    </message>
    <message>
        <source>What does not work, in Polish?</source>
        <translation>Co nie działa – po polsku?</translation>
    </message>
    <message>
        <source>Say in at least one language what does not work.</source>
        <translation>Napisz przynajmniej w jednym języku, co nie działa.</translation>
    </message>
    <message>
        <source>What can people do, in English?</source>
        <translation>Co można zrobić – po angielsku?</translation>
    </message>
    <message>
        <source>What can people do, in Polish?</source>
        <translation>Co można zrobić – po polsku?</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Reported for {person}</source>
        <translation>Zgłoszone za: {person}</translation>
    </message>
</context>
<context>
    <name>IntakeDialog</name>
    <message>
        <source>Who is calling?</source>
        <translation>Kto dzwoni?</translation>
    </message>
    <message>
        <source>Make the ticket</source>
        <translation>Utwórz zgłoszenie</translation>
    </message>
    <message>
        <source>Name, login, phone or room</source>
        <translation>Nazwisko, login, telefon lub pokój</translation>
    </message>
    <message>
        <source>People who were found</source>
        <translation>Znalezione osoby</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>Czego to dotyczy?</translation>
    </message>
    <message>
        <source>What else was said</source>
        <translation>Co jeszcze powiedziano</translation>
    </message>
    <message>
        <source>Choose who is calling.</source>
        <translation>Wybierz, kto dzwoni.</translation>
    </message>
    <message>
        <source>Say what it is about.</source>
        <translation>Napisz, czego to dotyczy.</translation>
    </message>
    <message>
        <source>Is it about one of these?</source>
        <translation>Czy chodzi o któreś z tych?</translation>
    </message>
</context>
<context>
    <name>InvitingBar</name>
    <message>
        <source>Who else may read this and answer?</source>
        <translation>Kto jeszcze może to czytać i odpowiadać?</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Zaproś</translation>
    </message>
    <message>
        <source>They see the conversation, but not your screenshot and not your computer.</source>
        <translation>Zobaczy rozmowę, ale nie zrzut ekranu ani dane komputera.</translation>
    </message>
    <message>
        <source>Colleague: name or login</source>
        <translation>Osoba: imię i nazwisko albo login</translation>
    </message>
    <message>
        <source>Login of a colleague, such as anna.nowak</source>
        <translation>Login tej osoby, na przykład anna.nowak</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>All keys</source>
        <translation>Wszystkie klawisze</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>Letters wait while you write; Escape goes back to the list.</source>
        <translation>Litery czekają, gdy piszesz; Escape prowadzi z powrotem do listy.</translation>
    </message>
</context>
<context>
    <name>KnowledgeWindow</name>
    <message>
        <source>Knowledge base</source>
        <translation>Baza wiedzy</translation>
    </message>
    <message>
        <source>Search the knowledge base</source>
        <translation>Szukaj w bazie wiedzy</translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>To się nie udało</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Spróbuj ponownie</translation>
    </message>
    <message>
        <source>The articles cannot be shown now</source>
        <translation>Nie można teraz pokazać artykułów</translation>
    </message>
    <message>
        <source>No article contains these words. Try fewer, or report the problem.</source>
        <translation>Żaden artykuł nie zawiera tych słów. Wpisz mniej słów albo zgłoś problem.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Wyczyść szukanie</translation>
    </message>
    <message>
        <source>No articles yet. What IT writes for you stands here.</source>
        <translation>Nie ma jeszcze artykułów. Tu pojawi się to, co napisze dla ciebie IT.</translation>
    </message>
    <message>
        <source>“{title}” did not help:</source>
        <translation>„{title}” – to nie pomogło:</translation>
    </message>
    <message>
        <source>This article is not here any more.</source>
        <translation>Tego artykułu już tu nie ma.</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artykuły</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>English</source>
        <translation>języku angielskim</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>języku polskim</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>First response</source>
        <translation>Pierwsza odpowiedź</translation>
    </message>
    <message>
        <source>Next response</source>
        <translation>Kolejna odpowiedź</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Rozwiązanie</translation>
    </message>
    <message>
        <source>Nothing is promised now</source>
        <translation>Teraz nic nie jest obiecane</translation>
    </message>
    <message>
        <source>Ran out {time}</source>
        <translation>Minął {time}</translation>
    </message>
    <message>
        <source>Kept: {used} of {limit}</source>
        <translation>Dotrzymany: {used} z {limit}</translation>
    </message>
    <message>
        <source>Stands still: {used} of {limit}</source>
        <translation>Stoi: {used} z {limit}</translation>
    </message>
    <message>
        <source>Due {time}: {used} of {limit} used</source>
        <translation>Termin {time}: zużyto {used} z {limit}</translation>
    </message>
    <message>
        <source>closed, also on {days}</source>
        <translation>zamknięte, także {days}</translation>
    </message>
    <message>
        <source>stood still: {reason}</source>
        <translation>stał: {reason}</translation>
    </message>
    <message>
        <source>ran on, although: {reason}</source>
        <translation>biegł mimo: {reason}</translation>
    </message>
    <message>
        <source>ran</source>
        <translation>biegł</translation>
    </message>
    <message>
        <source>closed: outside the hours</source>
        <translation>zamknięte: poza godzinami</translation>
    </message>
    <message>
        <source>stood still</source>
        <translation>stał</translation>
    </message>
    <message>
        <source>solved</source>
        <translation>rozwiązane</translation>
    </message>
    <message>
        <source>nothing was promised</source>
        <translation>nic nie było obiecane</translation>
    </message>
</context>
<context>
    <name>LedgerDialog</name>
    <message>
        <source>How the time of {number} is counted</source>
        <translation>Jak liczony jest czas {number}</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Liczenie…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiuj</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>Only open hours count. Times are those of this computer; lengths are hours and minutes.</source>
        <translation>Liczą się tylko godziny pracy. Czasy według tego komputera, długości w godzinach i minutach.</translation>
    </message>
    <message>
        <source>Nothing is promised for this ticket, or its whole history is not here yet.</source>
        <translation>Dla tego zgłoszenia nic nie jest obiecane albo nie ma tu jeszcze całej jego historii.</translation>
    </message>
</context>
<context>
    <name>LockedLine</name>
    <message>
        <source>Set by your IT department</source>
        <translation>Ustawione przez dział IT</translation>
    </message>
    <message>
        <source>Set when itdesk was started</source>
        <translation>Ustawione przy uruchomieniu itdesk</translation>
    </message>
</context>
<context>
    <name>MacroDialog</name>
    <message>
        <source>Macros for {number}</source>
        <translation>Makra dla {number}</translation>
    </message>
    <message>
        <source>Search macros</source>
        <translation>Szukaj makr</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>Treść</translation>
    </message>
    <message>
        <source>Choose a macro of the list.</source>
        <translation>Wybierz makro z listy.</translation>
    </message>
    <message>
        <source>There are no macros yet. Your lead writes them.</source>
        <translation>Nie ma jeszcze makr. Pisze je kierownik zespołu.</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Zrób to</translation>
    </message>
    <message>
        <source>Put into the reply</source>
        <translation>Wstaw do odpowiedzi</translation>
    </message>
    <message>
        <source>And then: {deeds}</source>
        <translation>A potem: {deeds}</translation>
    </message>
</context>
<context>
    <name>MacroDoer</name>
    <message>
        <source>Its words may be meant for IT alone. Look at them in the reply box.</source>
        <translation>Jego słowa mogą być przeznaczone tylko dla IT. Sprawdź je w polu odpowiedzi.</translation>
    </message>
</context>
<context>
    <name>Macros</name>
    <message>
        <source>another queue</source>
        <translation>inna kolejka</translation>
    </message>
</context>
<context>
    <name>MarkLabel</name>
    <message>
        <source>Major incident</source>
        <translation>Poważna awaria</translation>
    </message>
</context>
<context>
    <name>MentionList</name>
    <message>
        <source>Colleagues who can be mentioned</source>
        <translation>Osoby z zespołu, o których można wspomnieć</translation>
    </message>
</context>
<context>
    <name>MenuEntries</name>
    <message>
        <source>Sign in</source>
        <translation>Zaloguj się</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ustawienia</translation>
    </message>
    <message>
        <source>About itdesk</source>
        <translation>O programie itdesk</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Zakończ</translation>
    </message>
    <message numerus="yes">
        <source>%n new in your tickets</source>
        <translation>
            <numerusform>%n nowe w twoich zgłoszeniach</numerusform>
            <numerusform>%n nowe w twoich zgłoszeniach</numerusform>
            <numerusform>%n nowych w twoich zgłoszeniach</numerusform>
        </translation>
    </message>
    <message>
        <source>IT announces something</source>
        <translation>Jest ogłoszenie od IT</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nie zalogowano</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Zaloguj się ponownie</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait here and go out when online</source>
        <translation>
            <numerusform>%n zmiana czeka tutaj, wyślemy po połączeniu</numerusform>
            <numerusform>%n zmiany czekają tutaj, wyślemy po połączeniu</numerusform>
            <numerusform>%n zmian czeka tutaj, wyślemy po połączeniu</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline. What you write is kept here.</source>
        <translation>Brak połączenia. To, co napiszesz, zostanie tutaj.</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Łączenie</translation>
    </message>
    <message>
        <source>Up to date, {time}</source>
        <translation>Na bieżąco, {time}</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Zgłoś problem</translation>
    </message>
    <message numerus="yes">
        <source>My tickets (%n new)</source>
        <translation>
            <numerusform>Moje zgłoszenia (%n nowe)</numerusform>
            <numerusform>Moje zgłoszenia (%n nowe)</numerusform>
            <numerusform>Moje zgłoszenia (%n nowych)</numerusform>
        </translation>
    </message>
    <message>
        <source>My tickets</source>
        <translation>Moje zgłoszenia</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsola</translation>
    </message>
    <message>
        <source>Knowledge base</source>
        <translation>Baza wiedzy</translation>
    </message>
    <message numerus="yes">
        <source>Announcements from IT (%n)</source>
        <translation>
            <numerusform>Ogłoszenie od IT (%n)</numerusform>
            <numerusform>Ogłoszenia od IT (%n)</numerusform>
            <numerusform>Ogłoszenia od IT (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessagesDialog</name>
    <message>
        <source>What does not belong to {number}?</source>
        <translation>Co nie należy do {number}?</translation>
    </message>
    <message>
        <source>Where the messages go</source>
        <translation>Dokąd trafią wiadomości</translation>
    </message>
    <message>
        <source>A new ticket</source>
        <translation>Nowe zgłoszenie</translation>
    </message>
    <message>
        <source>Another ticket</source>
        <translation>Inne zgłoszenie</translation>
    </message>
    <message>
        <source>What the new ticket is about</source>
        <translation>Czego dotyczy nowe zgłoszenie</translation>
    </message>
    <message>
        <source>Tick at least one message.</source>
        <translation>Zaznacz co najmniej jedną wiadomość.</translation>
    </message>
    <message>
        <source>Say what the new ticket is about.</source>
        <translation>Napisz, czego dotyczy nowe zgłoszenie.</translation>
    </message>
    <message>
        <source>Choose a ticket of the list.</source>
        <translation>Wybierz zgłoszenie z listy.</translation>
    </message>
    <message>
        <source>Make the ticket</source>
        <translation>Utwórz zgłoszenie</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Przenieś</translation>
    </message>
</context>
<context>
    <name>MoreButton</name>
    <message>
        <source>More</source>
        <translation>Więcej</translation>
    </message>
    <message>
        <source>Who else reads this…</source>
        <translation>Kto jeszcze to czyta…</translation>
    </message>
    <message>
        <source>Open it again…</source>
        <translation>Otwórz ponownie…</translation>
    </message>
    <message>
        <source>Close this ticket…</source>
        <translation>Zamknij to zgłoszenie…</translation>
    </message>
    <message>
        <source>Read along no more</source>
        <translation>Wypisz się z rozmowy</translation>
    </message>
</context>
<context>
    <name>NavigationListModel</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n zgłoszenie</numerusform>
            <numerusform>%n zgłoszenia</numerusform>
            <numerusform>%n zgłoszeń</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NavigationPane</name>
    <message>
        <source>Search tickets</source>
        <translation>Szukaj zgłoszeń</translation>
    </message>
    <message>
        <source>Search tickets (Ctrl+F)</source>
        <translation>Szukaj zgłoszeń (Ctrl+F)</translation>
    </message>
    <message>
        <source>Views and queues</source>
        <translation>Widoki i kolejki</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ustawienia</translation>
    </message>
    <message>
        <source>How the server stands</source>
        <translation>Stan serwera</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Resolve {number}</source>
        <translation>Rozwiąż {number}</translation>
    </message>
    <message>
        <source>Resolve ticket</source>
        <translation>Rozwiąż zgłoszenie</translation>
    </message>
    <message>
        <source>What was done?</source>
        <translation>Co zostało zrobione?</translation>
    </message>
    <message>
        <source>{person} reads this and says whether it works.</source>
        <translation>{person} to przeczyta i powie, czy działa.</translation>
    </message>
    <message>
        <source>Cancel {number}</source>
        <translation>Anuluj {number}</translation>
    </message>
    <message>
        <source>Cancel ticket</source>
        <translation>Anuluj zgłoszenie</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Zostaw</translation>
    </message>
    <message>
        <source>Why will nothing be done?</source>
        <translation>Dlaczego nic nie zrobimy?</translation>
    </message>
    <message>
        <source>{person} reads this.</source>
        <translation>{person} to przeczyta.</translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message>
        <source>IT announces something</source>
        <translation>Ogłoszenie od IT</translation>
    </message>
    <message>
        <source>Thank you, {reference} is done</source>
        <translation>Dziękujemy, {reference} zakończone</translation>
    </message>
    <message numerus="yes">
        <source>News on %n of your tickets</source>
        <translation>
            <numerusform>Nowości w %n zgłoszeniu</numerusform>
            <numerusform>Nowości w %n zgłoszeniach</numerusform>
            <numerusform>Nowości w %n zgłoszeniach</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{reference}: %n new things</source>
        <translation>
            <numerusform>{reference}: %n nowość</numerusform>
            <numerusform>{reference}: %n nowości</numerusform>
            <numerusform>{reference}: %n nowości</numerusform>
        </translation>
    </message>
    <message>
        <source>How good was the help?</source>
        <translation>Jak oceniasz pomoc?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Otwórz</translation>
    </message>
    <message>
        <source>It works</source>
        <translation>Działa</translation>
    </message>
    <message>
        <source>It does not work</source>
        <translation>Nie działa</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>Bardzo dobrze</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Średnio</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>Słabo</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Ktoś</translation>
    </message>
    <message>
        <source>An answer from {author}</source>
        <translation>Odpowiedź: {author}</translation>
    </message>
    <message>
        <source>{author} is done. Does it work now?</source>
        <translation>{author}: gotowe. Czy już działa?</translation>
    </message>
    <message>
        <source>It does not work yet, writes {author}</source>
        <translation>Nadal nie działa, pisze {author}</translation>
    </message>
    <message>
        <source>{author} asks something of your computer. Do you agree?</source>
        <translation>{author} prosi o coś z Twojego komputera. Zgadzasz się?</translation>
    </message>
    <message>
        <source>{author} reported a problem for you</source>
        <translation>{author} zgłasza problem w twoim imieniu</translation>
    </message>
    <message>
        <source>IT waits for your answer</source>
        <translation>IT czeka na twoją odpowiedź</translation>
    </message>
    <message>
        <source>The day has come for which this was put off</source>
        <translation>Nadszedł dzień, na który to odłożono</translation>
    </message>
    <message numerus="yes">
        <source>%n tickets were assigned to you</source>
        <translation>
            <numerusform>Przydzielono ci %n zgłoszenie</numerusform>
            <numerusform>Przydzielono ci %n zgłoszenia</numerusform>
            <numerusform>Przydzielono ci %n zgłoszeń</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You are mentioned on %n tickets</source>
        <translation>
            <numerusform>Wzmianka o tobie w %n zgłoszeniu</numerusform>
            <numerusform>Wzmianki o tobie w %n zgłoszeniach</numerusform>
            <numerusform>Wzmianki o tobie w %n zgłoszeniach</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your tickets are soon due</source>
        <translation>
            <numerusform>Wkrótce termin %n twojego zgłoszenia</numerusform>
            <numerusform>Wkrótce termin %n twoich zgłoszeń</numerusform>
            <numerusform>Wkrótce termin %n twoich zgłoszeń</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your tickets are overdue</source>
        <translation>
            <numerusform>Po terminie: %n twoje zgłoszenie</numerusform>
            <numerusform>Po terminie: %n twoje zgłoszenia</numerusform>
            <numerusform>Po terminie: %n twoich zgłoszeń</numerusform>
        </translation>
    </message>
    <message>
        <source>{target} due {time}</source>
        <translation>{target}, termin {time}</translation>
    </message>
    <message>
        <source>A ticket was assigned to you</source>
        <translation>Przydzielono ci zgłoszenie</translation>
    </message>
    <message>
        <source>{author} assigned a ticket to you</source>
        <translation>{author} przydziela ci zgłoszenie</translation>
    </message>
    <message>
        <source>A note from {author}</source>
        <translation>Notatka: {author}</translation>
    </message>
    <message>
        <source>{author} mentions you in a note</source>
        <translation>{author} wspomina o tobie w notatce</translation>
    </message>
    <message>
        <source>{author} opened the ticket again</source>
        <translation>{author} ponownie otwiera zgłoszenie</translation>
    </message>
    <message>
        <source>Soon due: a ticket of yours</source>
        <translation>Wkrótce termin twojego zgłoszenia</translation>
    </message>
    <message>
        <source>Overdue: a ticket of yours</source>
        <translation>Po terminie: twoje zgłoszenie</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>Tell me about answers</source>
        <translation>Powiadamiaj o odpowiedziach</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Godziny ciszy</translation>
    </message>
    <message>
        <source>Nothing is told then; you hear of it afterwards, all at once.</source>
        <translation>Wtedy nic się nie pokazuje; po tym czasie zobaczysz wszystko naraz.</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Cisza od</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Cisza do</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Powiadomienia</translation>
    </message>
    <message>
        <source>A short message when IT announces something, or answers on a ticket that is not open.</source>
        <translation>Krótka wiadomość, gdy IT coś ogłosi albo odpowie w zgłoszeniu, które nie jest otwarte.</translation>
    </message>
</context>
<context>
    <name>OutcomeBar</name>
    <message>
        <source>Does it work now?</source>
        <translation>Czy już działa?</translation>
    </message>
    <message>
        <source>It does not</source>
        <translation>Nie działa</translation>
    </message>
    <message>
        <source>Yes, it works</source>
        <translation>Tak, działa</translation>
    </message>
    <message>
        <source>What is still wrong?</source>
        <translation>Co jeszcze nie działa?</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Wróć</translation>
    </message>
    <message>
        <source>Say that it does not work</source>
        <translation>Wyślij: nie działa</translation>
    </message>
    <message>
        <source>Your answer goes straight to {name}.</source>
        <translation>{name} od razu zobaczy odpowiedź.</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Requester and computer</source>
        <translation>Osoba zgłaszająca i komputer</translation>
    </message>
    <message>
        <source>put aside until {time}</source>
        <translation>odłożone do: {time}</translation>
    </message>
    <message>
        <source>Nobody has it yet</source>
        <translation>Jeszcze nieprzydzielone</translation>
    </message>
    <message>
        <source>{target} due {time}. Show how it is counted</source>
        <translation>{target}, termin {time}. Pokaż, jak to policzono</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Actions</source>
        <translation>Czynności</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Zgłoszenia</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Osoby</translation>
    </message>
    <message>
        <source>Computers</source>
        <translation>Komputery</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artykuły</translation>
    </message>
</context>
<context>
    <name>PaletteDialog</name>
    <message>
        <source>Go anywhere, do anything</source>
        <translation>Idź gdziekolwiek, zrób cokolwiek</translation>
    </message>
    <message>
        <source>Type what you want to do, a ticket, a name, a computer</source>
        <translation>Wpisz czynność, zgłoszenie, nazwisko, komputer</translation>
    </message>
    <message>
        <source>Nothing here is called that.</source>
        <translation>Nic tu się tak nie nazywa.</translation>
    </message>
</context>
<context>
    <name>PastedPicture</name>
    <message>
        <source>Leave {name} out</source>
        <translation>Nie wysyłaj: {name}</translation>
    </message>
</context>
<context>
    <name>PastedPictures</name>
    <message>
        <source>Pasted pictures</source>
        <translation>Wklejone obrazki</translation>
    </message>
    <message>
        <source>Picture {number}</source>
        <translation>Obrazek {number}</translation>
    </message>
</context>
<context>
    <name>PendingReason</name>
    <message>
        <source>Waits for an answer</source>
        <translation>Czeka na odpowiedź</translation>
    </message>
    <message>
        <source>Waits for the supplier</source>
        <translation>Czeka na dostawcę</translation>
    </message>
    <message>
        <source>Waits for a planned change</source>
        <translation>Czeka na zaplanowaną zmianę</translation>
    </message>
    <message>
        <source>Waits for the cause to be found</source>
        <translation>Czeka na znalezienie przyczyny</translation>
    </message>
    <message>
        <source>Waits for a date</source>
        <translation>Czeka na termin</translation>
    </message>
</context>
<context>
    <name>PersonEditor</name>
    <message>
        <source>For whom</source>
        <translation>Dla kogo</translation>
    </message>
    <message>
        <source>For me</source>
        <translation>Dla mnie</translation>
    </message>
    <message>
        <source>For somebody else</source>
        <translation>Dla kogoś innego</translation>
    </message>
    <message>
        <source>Who it is for</source>
        <translation>Dla kogo to jest</translation>
    </message>
    <message>
        <source>Name, or login such as anna.nowak</source>
        <translation>Imię i nazwisko albo login, np. anna.nowak</translation>
    </message>
</context>
<context>
    <name>PhonePanel</name>
    <message>
        <source>Nothing works? Call {number}</source>
        <translation>Nic nie działa? Zadzwoń: {number}</translation>
    </message>
    <message>
        <source>Helpdesk</source>
        <translation>Pomoc IT</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Ten komputer</translation>
    </message>
    <message>
        <source>Its address</source>
        <translation>Jego adres</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiuj</translation>
    </message>
    <message>
        <source>Copy: {what}</source>
        <translation>Kopiuj: {what}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Skopiowane</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Edit the picture</source>
        <translation>Edycja obrazu</translation>
    </message>
    <message>
        <source>Use this picture</source>
        <translation>Użyj tego obrazu</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
</context>
<context>
    <name>PictureEditor</name>
    <message>
        <source>Take back the last step (Ctrl+Z)</source>
        <translation>Cofnij ostatni krok (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Do it again (Ctrl+Y)</source>
        <translation>Zrób to ponownie (Ctrl+Y)</translation>
    </message>
    <message>
        <source>Black out</source>
        <translation>Zaczernij</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Rozmyj</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Strzałka</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Napis</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Przytnij</translation>
    </message>
    <message>
        <source>Drag over what nobody should see. It will not be in what we send.</source>
        <translation>Przeciągnij po tym, czego nikt nie powinien widzieć. Tego nie wyślemy.</translation>
    </message>
    <message>
        <source>Drag over what should be blurred. It cannot be read back.</source>
        <translation>Przeciągnij po tym, co ma być rozmyte. Nie da się tego odczytać.</translation>
    </message>
    <message>
        <source>Drag towards what you want to point at.</source>
        <translation>Przeciągnij w stronę tego, co chcesz wskazać.</translation>
    </message>
    <message>
        <source>Click where your words should stand.</source>
        <translation>Kliknij tam, gdzie ma być napis.</translation>
    </message>
    <message>
        <source>Drag around the part to keep. The rest is cut off.</source>
        <translation>Obrysuj część, która ma zostać. Resztę odetniemy.</translation>
    </message>
</context>
<context>
    <name>PicturesIntake</name>
    <message>
        <source>Add pictures or files</source>
        <translation>Dodaj obrazy lub pliki</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Mine</source>
        <translation>Moje</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Nieprzydzielone</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Odłożone</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Po terminie</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>Wkrótce termin</translation>
    </message>
    <message>
        <source>Everything open</source>
        <translation>Otwarte</translation>
    </message>
    <message>
        <source>Recently changed</source>
        <translation>Ostatnie</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Wszystkie</translation>
    </message>
    <message>
        <source>Most urgent first</source>
        <translation>Od najpilniejszych</translation>
    </message>
    <message>
        <source>Last changed first</source>
        <translation>Od ostatnio zmienionych</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Od najnowszych</translation>
    </message>
    <message>
        <source>Due soonest first</source>
        <translation>Od najbliższego terminu</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Według tytułu</translation>
    </message>
    <message>
        <source>By status</source>
        <translation>Według statusu</translation>
    </message>
    <message>
        <source>By requester</source>
        <translation>Według: osoba zgłaszająca</translation>
    </message>
    <message>
        <source>By who has it</source>
        <translation>Według prowadzącego</translation>
    </message>
    <message>
        <source>By queue</source>
        <translation>Według kolejki</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Niczego</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorytet</translation>
    </message>
    <message>
        <source>Who has it</source>
        <translation>Kto prowadzi</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Osoba zgłaszająca</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Kolejka</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategoria</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Kolejki</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Zapisane widoki</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>This file is no picture that can be shown here.</source>
        <translation>Tego pliku nie da się tu pokazać jako obrazu.</translation>
    </message>
    <message>
        <source>The picture could not be opened</source>
        <translation>Nie udało się otworzyć obrazu</translation>
    </message>
</context>
<context>
    <name>Priority</name>
    <message>
        <source>Critical</source>
        <translation>Krytyczny</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Wysoki</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>Średni</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niski</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planowy</translation>
    </message>
</context>
<context>
    <name>PriorityDialog</name>
    <message>
        <source>Priority of {number}</source>
        <translation>Priorytet {number}</translation>
    </message>
    <message>
        <source>Set priority</source>
        <translation>Ustaw priorytet</translation>
    </message>
    <message>
        <source>How many does it stop?</source>
        <translation>Kogo to dotyczy?</translation>
    </message>
    <message>
        <source>How badly?</source>
        <translation>Jak bardzo?</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorytet</translation>
    </message>
</context>
<context>
    <name>PrivateFacts</name>
    <message>
        <source>Blacked out: {what}</source>
        <translation>Zamazane: {what}</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Pokaż znowu</translation>
    </message>
    <message>
        <source>Some of it looks private: {what}</source>
        <translation>Coś tu wygląda na prywatne: {what}</translation>
    </message>
    <message>
        <source>Black it out</source>
        <translation>Zamaż</translation>
    </message>
</context>
<context>
    <name>PrivateWords</name>
    <message>
        <source>This looks private: {what}</source>
        <translation>To wygląda na prywatne: {what}</translation>
    </message>
    <message>
        <source>IT does not need it to help you.</source>
        <translation>IT nie potrzebuje tego, żeby ci pomóc.</translation>
    </message>
    <message>
        <source>Black it out</source>
        <translation>Zamaż</translation>
    </message>
</context>
<context>
    <name>ProblemForm</name>
    <message>
        <source>Show more</source>
        <translation>Pokaż więcej</translation>
    </message>
    <message>
        <source>What is happening?</source>
        <translation>Co się dzieje?</translation>
    </message>
    <message>
        <source>Describe it in your own words</source>
        <translation>Opisz to własnymi słowami</translation>
    </message>
    <message>
        <source>What did you want to do, and what happened instead?</source>
        <translation>Co miało się stać, a co się stało?</translation>
    </message>
    <message>
        <source>In a few words</source>
        <translation>W kilku słowach</translation>
    </message>
    <message>
        <source>How badly does it get in your way?</source>
        <translation>Jak bardzo to przeszkadza?</translation>
    </message>
    <message>
        <source>I cannot work</source>
        <translation>Nie mogę pracować</translation>
    </message>
    <message>
        <source>It hinders me</source>
        <translation>Przeszkadza</translation>
    </message>
    <message>
        <source>It can wait</source>
        <translation>Może poczekać</translation>
    </message>
</context>
<context>
    <name>ProgramState</name>
    <message>
        <source>given when itdesk was started</source>
        <translation>podane przy uruchomieniu itdesk</translation>
    </message>
    <message>
        <source>set in the environment</source>
        <translation>ustawione w środowisku</translation>
    </message>
    <message>
        <source>set by your IT department, in {origin}</source>
        <translation>ustawione przez dział IT, w {origin}</translation>
    </message>
    <message>
        <source>set by your IT department for you, in {origin}</source>
        <translation>ustawione przez dział IT dla ciebie, w {origin}</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>wybrane przez ciebie</translation>
    </message>
    <message>
        <source>given at installation, in {origin}</source>
        <translation>podane przy instalacji, w {origin}</translation>
    </message>
    <message>
        <source>as itdesk comes</source>
        <translation>domyślne</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stan</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Wersje</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>Wszystkie ustawienia</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nigdy</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Zalogowana osoba</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nikt</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serwer</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nieznany</translation>
    </message>
    <message>
        <source>Last exchange</source>
        <translation>Ostatnia wymiana</translation>
    </message>
    <message>
        <source>In the way</source>
        <translation>Przeszkoda</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Czeka na wysłanie</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Odrzucone</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Dziennik</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>puste</translation>
    </message>
</context>
<context>
    <name>QueryFault</name>
    <message>
        <source>The search is too long: at most {limit} characters are read.</source>
        <translation>Zapytanie jest za długie: czytanych jest najwyżej {limit} znaków.</translation>
    </message>
    <message>
        <source>The search has too many words: at most {limit} are looked for.</source>
        <translation>W zapytaniu jest za dużo słów: szukanych jest najwyżej {limit}.</translation>
    </message>
    <message>
        <source>There is no letter or digit to search for.</source>
        <translation>Nie ma tu żadnej litery ani cyfry do szukania.</translation>
    </message>
    <message>
        <source>The quotation mark before “{value}” is never closed.</source>
        <translation>Brakuje cudzysłowu, który zamyka „{value}”.</translation>
    </message>
    <message>
        <source>“{value}” is too short: write at least {limit} letters before the *.</source>
        <translation>„{value}” jest za krótkie: przed * muszą stać co najmniej {limit} litery.</translation>
    </message>
    <message>
        <source>There is no field “{field}”. Known are {known}. To search for the text itself, put it in quotation marks.</source>
        <translation>Nie ma pola „{field}”. Znane są {known}. Aby szukać samego tekstu, ujmij go w cudzysłów.</translation>
    </message>
    <message>
        <source>Say what {field} is to be, right after the colon.</source>
        <translation>Podaj wartość pola {field} zaraz po dwukropku.</translation>
    </message>
    <message>
        <source>{field} cannot be “{value}”. Known are {known}.</source>
        <translation>Pole {field} nie może mieć wartości „{value}”. Znane są {known}.</translation>
    </message>
    <message>
        <source>“{value}” is no number for {field}. Write one like {known}.</source>
        <translation>„{value}” to nie liczba dla pola {field}. Napisz na przykład {known}.</translation>
    </message>
    <message>
        <source>“{value}” is no date. Write one like {known}.</source>
        <translation>„{value}” to nie data. Napisz na przykład {known}.</translation>
    </message>
    <message>
        <source>{field} knows no order: &lt; &gt; and .. are for {known}.</source>
        <translation>Pole {field} nie ma kolejności: &lt; &gt; i .. są dla {known}.</translation>
    </message>
    <message>
        <source>The range “{value}” ends before it begins.</source>
        <translation>Zakres „{value}” kończy się, zanim się zacznie.</translation>
    </message>
</context>
<context>
    <name>QuestionBar</name>
    <message>
        <source>Back</source>
        <translation>Wróć</translation>
    </message>
</context>
<context>
    <name>RatingBar</name>
    <message>
        <source>How good was the help?</source>
        <translation>Jak oceniasz pomoc?</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nie teraz</translation>
    </message>
    <message>
        <source>Add a word if you like</source>
        <translation>Możesz dodać kilka słów</translation>
    </message>
    <message>
        <source>Add a word to your rating</source>
        <translation>Dodaj kilka słów do oceny</translation>
    </message>
    <message>
        <source>Send rating</source>
        <translation>Wyślij ocenę</translation>
    </message>
</context>
<context>
    <name>ReaderLine</name>
    <message>
        <source>Let {name} read along no more</source>
        <translation>Wypisz z rozmowy: {name}</translation>
    </message>
</context>
<context>
    <name>ReceiptPage</name>
    <message>
        <source>Undo</source>
        <translation>Cofnij</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Wyślij już teraz</translation>
    </message>
    <message>
        <source>Open my report</source>
        <translation>Otwórz zgłoszenie</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>Your report is safe</source>
        <translation>Zgłoszenie jest bezpieczne</translation>
    </message>
    <message>
        <source>Your report is {number}</source>
        <translation>Twoje zgłoszenie to {number}</translation>
    </message>
    <message numerus="yes">
        <source>It goes out in %n second(s).</source>
        <translation>
            <numerusform>Wyślemy je za %n sekundę.</numerusform>
            <numerusform>Wyślemy je za %n sekundy.</numerusform>
            <numerusform>Wyślemy je za %n sekund.</numerusform>
        </translation>
    </message>
    <message>
        <source>{helper} has it and will answer you.</source>
        <translation>Zajmuje się tym {helper}, odpowiedź przyjdzie tutaj.</translation>
    </message>
    <message>
        <source>The helpdesk has seen it.</source>
        <translation>Informatycy już je widzieli.</translation>
    </message>
    <message>
        <source>The helpdesk has it. You will be told as soon as somebody answers.</source>
        <translation>Informatycy już je mają. Damy znać, gdy ktoś odpowie.</translation>
    </message>
    <message>
        <source>It goes out by itself as soon as there is a connection. Nothing gets lost.</source>
        <translation>Wyśle się samo, gdy tylko będzie połączenie. Nic nie zginie.</translation>
    </message>
</context>
<context>
    <name>ReceiptSteps</name>
    <message>
        <source>Saved</source>
        <translation>Zapisane</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Wysłane</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Odczytane</translation>
    </message>
    <message>
        <source>Somebody has it</source>
        <translation>Ktoś się tym zajmuje</translation>
    </message>
</context>
<context>
    <name>RecordRow</name>
    <message>
        <source>Record the steps</source>
        <translation>Nagraj kroki</translation>
    </message>
    <message>
        <source>Show IT how it happens: pictures of the screen while you do it.</source>
        <translation>Pokaż IT, jak do tego dochodzi: obraz ekranu, gdy to robisz.</translation>
    </message>
    <message>
        <source>Your IT department has switched off pictures of the screen.</source>
        <translation>Dział IT wyłączył robienie zdjęć ekranu.</translation>
    </message>
</context>
<context>
    <name>RecorderBar</name>
    <message>
        <source>Recording the steps</source>
        <translation>Nagrywanie kroków</translation>
    </message>
    <message>
        <source>Mark this</source>
        <translation>Oznacz to</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zakończ</translation>
    </message>
    <message>
        <source>Do what goes wrong. Only pictures of the screen: no keys, no sound.</source>
        <translation>Zrób to, co nie działa. Tylko obraz ekranu: bez klawiszy, bez dźwięku.</translation>
    </message>
    <message>
        <source>Nearly full: it soon stops by itself. What was recorded is kept.</source>
        <translation>Prawie pełne: wkrótce samo się zakończy. Nagranie zostaje.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n obraz</numerusform>
            <numerusform>%n obrazy</numerusform>
            <numerusform>%n obrazów</numerusform>
        </translation>
    </message>
    <message>
        <source>{time} · {pictures}</source>
        <translation>{time} · {pictures}</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>There is no such ticket that you may see.</source>
        <translation>Nie ma takiego zgłoszenia wśród tych, które możesz zobaczyć.</translation>
    </message>
    <message>
        <source>Somebody changed the {field} meanwhile to “{theirs}”; you asked for “{yours}”.</source>
        <translation>Ktoś inny zmienił w tym czasie pole „{field}” na „{theirs}”; tutaj wybrano „{yours}”.</translation>
    </message>
    <message>
        <source>A ticket whose status is “{theirs}” cannot become “{yours}”.</source>
        <translation>Nie można zmienić statusu zgłoszenia z „{theirs}” na „{yours}”.</translation>
    </message>
    <message>
        <source>Say in a note what was done or why.</source>
        <translation>Napisz krótko, co zostało zrobione albo dlaczego.</translation>
    </message>
    <message>
        <source>Say what the ticket waits for.</source>
        <translation>Wybierz, na co czeka zgłoszenie.</translation>
    </message>
    <message>
        <source>Say until when the ticket waits.</source>
        <translation>Wybierz, do kiedy czeka zgłoszenie.</translation>
    </message>
    <message>
        <source>Something is missing here: {field}.</source>
        <translation>Tu czegoś brakuje: {field}.</translation>
    </message>
    <message>
        <source>This is too long: {field}. At most {limit} characters can be sent.</source>
        <translation>To jest za długie: {field}. Wysłać można najwyżej {limit} znaków.</translation>
    </message>
    <message>
        <source>A character (NUL) that cannot be stored is in this text: {field}. Remove it and send again.</source>
        <translation>W tym tekście jest znak (NUL), którego nie da się zapisać: {field}. Usuń go i wyślij ponownie.</translation>
    </message>
    <message>
        <source>Half of a Unicode pair, which cannot be stored, is in this text: {field}. Type it anew.</source>
        <translation>W tym tekście jest połowa pary Unicode, której nie da się zapisać: {field}. Wpisz go od nowa.</translation>
    </message>
    <message>
        <source>This must be within {limit}: {field}.</source>
        <translation>Dozwolony zakres to {limit}: {field}.</translation>
    </message>
    <message>
        <source>The file {field} is empty.</source>
        <translation>Plik {field} jest pusty.</translation>
    </message>
    <message>
        <source>The file {field} is {yours}; at most {limit} can be sent. Choose a smaller one.</source>
        <translation>Plik {field} ma {yours}, a wysłać można najwyżej {limit}. Wybierz mniejszy.</translation>
    </message>
    <message>
        <source>At most {limit} files can be attached at once.</source>
        <translation>Naraz można załączyć najwyżej {limit} plików.</translation>
    </message>
    <message>
        <source>This ticket has {limit} files, and cannot take more.</source>
        <translation>To zgłoszenie ma {limit} plików i więcej nie przyjmie.</translation>
    </message>
    <message>
        <source>The file {field} is too much for one day: at most {limit} in 24 hours can be sent.</source>
        <translation>Plik {field} to za dużo jak na jeden dzień: w ciągu 24 godzin można wysłać najwyżej {limit}.</translation>
    </message>
    <message>
        <source>The facts about the computer are too large: at most {limit} can be sent.</source>
        <translation>Danych komputera jest za dużo: wysłać można najwyżej {limit}.</translation>
    </message>
    <message>
        <source>This ticket exists already.</source>
        <translation>To zgłoszenie już istnieje.</translation>
    </message>
    <message>
        <source>There is nobody with the login “{yours}” who could take this.</source>
        <translation>Nie ma osoby z loginem „{yours}”, która może to przejąć.</translation>
    </message>
    <message>
        <source>There is no queue “{yours}”.</source>
        <translation>Nie ma kolejki „{yours}”.</translation>
    </message>
    <message>
        <source>There is no category “{yours}”; known are {limit}.</source>
        <translation>Nie ma kategorii „{yours}”; są: {limit}.</translation>
    </message>
    <message>
        <source>The server does not know this kind of change: “{yours}”.</source>
        <translation>Serwer nie zna tego rodzaju zmiany: „{yours}”.</translation>
    </message>
    <message>
        <source>IT does not announce this any more. Report it if it still troubles you.</source>
        <translation>IT już tego nie ogłasza. Jeśli nadal masz kłopot, zgłoś go.</translation>
    </message>
    <message>
        <source>The change is not formed as the server expects: {yours}</source>
        <translation>Zmiana ma inną postać, niż oczekuje serwer: {yours}</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Tego nie można cofnąć.</translation>
    </message>
    <message>
        <source>This cannot be undone any more: something later builds on it.</source>
        <translation>Tego nie można już cofnąć: opiera się na tym coś późniejszego.</translation>
    </message>
    <message>
        <source>It belongs to a change that was refused.</source>
        <translation>To część zmiany, która została odrzucona.</translation>
    </message>
    <message>
        <source>Another change was already accepted under the same id.</source>
        <translation>Pod tym samym identyfikatorem przyjęto już inną zmianę.</translation>
    </message>
    <message>
        <source>There is no “{yours}” of this kind here: {field}.</source>
        <translation>Nie ma tu „{yours}” tego rodzaju: {field}.</translation>
    </message>
    <message>
        <source>This cannot be saved so: {yours}</source>
        <translation>Tego nie można tak zapisać: {yours}</translation>
    </message>
    <message>
        <source>This is missing in {limit}: {field}.</source>
        <translation>Tego brakuje w {limit}: {field}.</translation>
    </message>
    <message>
        <source>There are too many of this: {field}. At most {limit} are kept; you have {yours}.</source>
        <translation>Jest tego za dużo: {field}. Zapisać można najwyżej {limit}, a jest {yours}.</translation>
    </message>
    <message>
        <source>What it names does not exist: {field} “{yours}”. Choose another one.</source>
        <translation>To, na co wskazuje, nie istnieje: {field} „{yours}”. Wybierz coś innego.</translation>
    </message>
    <message>
        <source>It cannot be deleted: {theirs} still needs it.</source>
        <translation>Nie można tego usunąć: {theirs} nadal tego potrzebuje.</translation>
    </message>
    <message>
        <source>The ticket&apos;s category has no field “{yours}” that can be set here.</source>
        <translation>Kategoria zgłoszenia nie ma pola „{yours}”, które można tu ustawić.</translation>
    </message>
    <message>
        <source>“{yours}” does not fit here: {field}. Taken is {limit}.</source>
        <translation>„{yours}” tu nie pasuje: {field}. Dozwolone: {limit}.</translation>
    </message>
    <message>
        <source>Somebody else has the login “{yours}”.</source>
        <translation>Ktoś inny ma login „{yours}”.</translation>
    </message>
    <message>
        <source>You may not do this.</source>
        <translation>Nie możesz tego zrobić.</translation>
    </message>
    <message>
        <source>There is nothing to follow up here any more.</source>
        <translation>Nie ma tu już do czego wracać.</translation>
    </message>
    <message>
        <source>Nobody here signs in as “{yours}”. See how it is written, or ask your colleague.</source>
        <translation>Nikt tutaj nie loguje się jako „{yours}”. Sprawdź pisownię albo zapytaj tę osobę o login.</translation>
    </message>
    <message>
        <source>A ticket goes to a line above. There is none, or this queue does not belong to one.</source>
        <translation>Zgłoszenie przechodzi do wyższej linii. Nie ma takiej albo ta kolejka do niej nie należy.</translation>
    </message>
    <message>
        <source>They were reported by different people. Make them children of one ticket.</source>
        <translation>Przesłały je różne osoby. Dołącz te zgłoszenia jako podrzędne do jednego zgłoszenia.</translation>
    </message>
    <message>
        <source>A ticket cannot be tied to itself, not even by way of others.</source>
        <translation>Zgłoszenia nie można powiązać z nim samym, nawet przez inne zgłoszenia.</translation>
    </message>
    <message>
        <source>A child cannot have children of its own.</source>
        <translation>Zgłoszenie podrzędne nie może mieć własnych zgłoszeń podrzędnych.</translation>
    </message>
    <message>
        <source>This ticket goes on in another one: do it there, or take the merge back first.</source>
        <translation>To zgłoszenie jest scalone z innym: zrób to tam albo najpierw cofnij scalenie.</translation>
    </message>
    <message>
        <source>It has children. Give them another parent first.</source>
        <translation>To zgłoszenie ma zgłoszenia podrzędne. Najpierw dołącz je do innego.</translation>
    </message>
    <message>
        <source>Not everybody who reads the other ticket may read this.</source>
        <translation>Nie każdy, kto czyta drugie zgłoszenie, może to przeczytać.</translation>
    </message>
    <message>
        <source>There is nothing like this on the ticket: {field}.</source>
        <translation>W tym zgłoszeniu nie ma takiego wpisu: {field}.</translation>
    </message>
    <message>
        <source>This is a major incident already. What is told of it stands in its announcement.</source>
        <translation>To już jest poważna awaria. Jej treść zmienisz w ogłoszeniu.</translation>
    </message>
    <message>
        <source>This is no major incident any more.</source>
        <translation>To już nie jest poważna awaria.</translation>
    </message>
</context>
<context>
    <name>RefusalNotice</name>
    <message>
        <source>Copy the text</source>
        <translation>Kopiuj tekst</translation>
    </message>
    <message>
        <source>Write it again</source>
        <translation>Napisz ponownie</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Your report “{title}” was not accepted</source>
        <translation>Zgłoszenie „{title}” nie zostało przyjęte</translation>
    </message>
    <message>
        <source>Your answer was not accepted</source>
        <translation>Odpowiedź nie została przyjęta</translation>
    </message>
    <message>
        <source>Your rating was not accepted</source>
        <translation>Ocena nie została przyjęta</translation>
    </message>
    <message>
        <source>Your word on whether it works was not accepted</source>
        <translation>Odpowiedź, czy działa, nie została przyjęta</translation>
    </message>
    <message>
        <source>Your change was not accepted</source>
        <translation>Zmiana nie została przyjęta</translation>
    </message>
    <message>
        <source>Your invitation was not accepted</source>
        <translation>Zaproszenie nie zostało przyjęte</translation>
    </message>
</context>
<context>
    <name>RefusedCard</name>
    <message>
        <source>A change was refused</source>
        <translation>Zmiana została odrzucona</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Kopiuj tekst</translation>
    </message>
    <message>
        <source>Back into the box</source>
        <translation>Z powrotem do pola</translation>
    </message>
    <message>
        <source>Apply mine all the same</source>
        <translation>Mimo to zastosuj moje</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>This did not go through</source>
        <translation>To nie zostało przyjęte</translation>
    </message>
</context>
<context>
    <name>ReopeningBar</name>
    <message>
        <source>What is wrong again?</source>
        <translation>Co znowu nie działa?</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Otwórz ponownie</translation>
    </message>
    <message>
        <source>One sentence is enough</source>
        <translation>Wystarczy jedno zdanie</translation>
    </message>
</context>
<context>
    <name>ReplyBox</name>
    <message>
        <source>Draft saved</source>
        <translation>Szkic zapisany</translation>
    </message>
    <message>
        <source>To {name}, goes out in ten seconds</source>
        <translation>Do: {name}, wyjdzie za dziesięć sekund</translation>
    </message>
</context>
<context>
    <name>ReplyGuard</name>
    <message>
        <source>Save as an internal note</source>
        <translation>Zapisz jako notatkę wewnętrzną</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Pisz dalej</translation>
    </message>
    <message>
        <source>Send to {name} all the same</source>
        <translation>Mimo to wyślij do: {name}</translation>
    </message>
    <message>
        <source>{name} will see this, and it repeats an internal note: “{words}…”</source>
        <translation>{name} to zobaczy, a powtarza to notatkę wewnętrzną: „{words}…”</translation>
    </message>
    <message>
        <source>{name} will see this, and it calls {people} from IT.</source>
        <translation>{name} to zobaczy, a wzywa to z IT: {people}.</translation>
    </message>
</context>
<context>
    <name>ReportWindow</name>
    <message>
        <source>Report a problem</source>
        <translation>Zgłoś problem</translation>
    </message>
    <message>
        <source>Say in a few words what is happening.</source>
        <translation>Napisz w kilku słowach, co się dzieje.</translation>
    </message>
    <message>
        <source>One sentence is enough, or choose what comes nearest.</source>
        <translation>Wystarczy jedno zdanie albo wybór tego, co najbliższe.</translation>
    </message>
    <message>
        <source>Something did not work.</source>
        <translation>Coś się nie udało.</translation>
    </message>
    <message>
        <source>You began this report earlier. It is as you left it.</source>
        <translation>To zgłoszenie zostało zaczęte wcześniej. Nic się w nim nie zmieniło.</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Zacznij od nowa</translation>
    </message>
    <message>
        <source>The report was not saved yet; your text stays here.</source>
        <translation>Zgłoszenie nie jest jeszcze zapisane, tekst zostaje tutaj.</translation>
    </message>
    <message>
        <source>The report could not be saved.</source>
        <translation>Nie udało się zapisać zgłoszenia.</translation>
    </message>
</context>
<context>
    <name>ReportedPane</name>
    <message>
        <source>My tickets</source>
        <translation>Moje zgłoszenia</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Zgłoś problem</translation>
    </message>
    <message>
        <source>Search my tickets</source>
        <translation>Szukaj w moich zgłoszeniach</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Wyczyść szukanie</translation>
    </message>
    <message>
        <source>Nothing reported yet. What you report stands here, with every answer.</source>
        <translation>Nie ma jeszcze zgłoszeń. Tu znajdziesz je razem z każdą odpowiedzią.</translation>
    </message>
    <message>
        <source>Your tickets cannot be shown now</source>
        <translation>Nie można teraz pokazać zgłoszeń</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Spróbuj ponownie</translation>
    </message>
    <message>
        <source>This search finds none of your tickets.</source>
        <translation>To wyszukiwanie nie znajduje żadnego Twojego zgłoszenia.</translation>
    </message>
</context>
<context>
    <name>ReviewWindow</name>
    <message>
        <source>The recorded steps</source>
        <translation>Nagrane kroki</translation>
    </message>
    <message>
        <source>Hide the same places on all later pictures</source>
        <translation>Ukryj te miejsca na wszystkich następnych</translation>
    </message>
    <message>
        <source>What happens here?</source>
        <translation>Co się tu dzieje?</translation>
    </message>
    <message>
        <source>If you like, in a few words</source>
        <translation>Jeśli chcesz, w kilku słowach</translation>
    </message>
    <message>
        <source>What happens in this picture</source>
        <translation>Co się dzieje na tym obrazie</translation>
    </message>
    <message>
        <source>Leave this picture out</source>
        <translation>Pomiń ten obraz</translation>
    </message>
    <message>
        <source>Throw all away</source>
        <translation>Usuń wszystko</translation>
    </message>
    <message>
        <source>Add to the report</source>
        <translation>Dodaj do zgłoszenia</translation>
    </message>
    <message>
        <source>The same places are hidden on all later pictures. Look at them before you go on.</source>
        <translation>Te same miejsca są ukryte na wszystkich następnych obrazach. Obejrzyj je, zanim przejdziesz dalej.</translation>
    </message>
    <message>
        <source>Recorded steps</source>
        <translation>Nagrane kroki</translation>
    </message>
    <message>
        <source>Throw the whole recording away?</source>
        <translation>Usunąć całe nagranie?</translation>
    </message>
    <message>
        <source>It cannot be brought back. Your report stays as it is.</source>
        <translation>Nie da się go przywrócić. Zgłoszenie zostaje bez zmian.</translation>
    </message>
    <message>
        <source>Yes, throw it away</source>
        <translation>Tak, usuń</translation>
    </message>
    <message>
        <source>It stopped by itself: more than this is not recorded.</source>
        <translation>Nagrywanie zakończyło się samo: więcej się nie zmieści.</translation>
    </message>
    <message>
        <source>It stopped: the screen could not be seen any more.</source>
        <translation>Nagrywanie zakończone: ekranu nie było już widać.</translation>
    </message>
    <message>
        <source>It stopped before its end.</source>
        <translation>Nagrywanie przerwane przed końcem.</translation>
    </message>
    <message>
        <source>Picture {number} of {count} · {time}</source>
        <translation>Obraz {number} z {count} · {time}</translation>
    </message>
    <message>
        <source>Take this picture along</source>
        <translation>Dołącz ten obraz</translation>
    </message>
    <message>
        <source>{kept} of {count} pictures will go along.</source>
        <translation>Dołączymy {kept} z {count} obrazów.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer before you send the report.</source>
        <translation>Nic nie opuści tego komputera przed wysłaniem zgłoszenia.</translation>
    </message>
    <message>
        <source>Step {number} of {count} · {time} after the start · marked</source>
        <translation>Krok {number} z {count} · {time} od początku · oznaczony</translation>
    </message>
    <message>
        <source>Step {number} of {count} · {time} after the start</source>
        <translation>Krok {number} z {count} · {time} od początku</translation>
    </message>
    <message>
        <source>Making one document of it…</source>
        <translation>Tworzymy z tego jeden dokument…</translation>
    </message>
    <message>
        <source>Something did not work.</source>
        <translation>Coś się nie udało.</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>unverified</source>
        <translation>niepotwierdzony</translation>
    </message>
    <message>
        <source>employee</source>
        <translation>pracownik</translation>
    </message>
    <message>
        <source>technician</source>
        <translation>technik</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>kierownik zespołu</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>administrator</translation>
    </message>
    <message>
        <source>itdesk</source>
        <translation>itdesk</translation>
    </message>
</context>
<context>
    <name>SavingAs</name>
    <message>
        <source>Save as</source>
        <translation>Zapisz jako</translation>
    </message>
</context>
<context>
    <name>ScreenChooser</name>
    <message>
        <source>Which screen?</source>
        <translation>Który ekran?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>On which screen is the problem?</source>
        <translation>Na którym ekranie jest problem?</translation>
    </message>
    <message>
        <source>Screen {number}</source>
        <translation>Ekran {number}</translation>
    </message>
</context>
<context>
    <name>ScreenshotPanel</name>
    <message>
        <source>Screen, {time}</source>
        <translation>Ekran, {time}</translation>
    </message>
    <message>
        <source>Your picture</source>
        <translation>Twój obraz</translation>
    </message>
    <message>
        <source>At most {limit} pictures and files can go along. Leave one out first.</source>
        <translation>Można dołączyć najwyżej {limit} obrazów i plików. Najpierw usuń któryś.</translation>
    </message>
    <message>
        <source>“{name}” goes along already.</source>
        <translation>Plik „{name}” jest już dołączony.</translation>
    </message>
    <message>
        <source>Edit the picture: crop, arrow, words, black out, blur</source>
        <translation>Edytuj obraz: przytnij, dodaj strzałkę lub napis, zaczernij, rozmyj</translation>
    </message>
    <message>
        <source>Black out: drag over what nobody should see</source>
        <translation>Zamaż: zaznacz to, czego nikt nie powinien widzieć</translation>
    </message>
    <message>
        <source>Take back the last step</source>
        <translation>Cofnij ostatni krok</translation>
    </message>
    <message>
        <source>Do not send this picture</source>
        <translation>Nie wysyłaj tego obrazu</translation>
    </message>
    <message>
        <source>Send this picture after all</source>
        <translation>Jednak wyślij ten obraz</translation>
    </message>
    <message>
        <source>Add a picture or a file</source>
        <translation>Dodaj obraz lub plik</translation>
    </message>
    <message>
        <source>You can also paste one with Ctrl+V, or drop it on this window.</source>
        <translation>Możesz też wkleić go klawiszami Ctrl+V albo upuścić na to okno.</translation>
    </message>
    <message>
        <source>Cancel: no picture of the screen</source>
        <translation>Anuluj: bez zrzutu ekranu</translation>
    </message>
    <message>
        <source>Take another picture of the screen</source>
        <translation>Zrób kolejny zrzut ekranu</translation>
    </message>
    <message>
        <source>Take a picture of the screen</source>
        <translation>Zrób zrzut ekranu</translation>
    </message>
</context>
<context>
    <name>ScreenshotView</name>
    <message>
        <source>Screenshot</source>
        <translation>Zrzut ekranu</translation>
    </message>
</context>
<context>
    <name>Secret</name>
    <message>
        <source>password</source>
        <translation>hasło</translation>
    </message>
    <message>
        <source>access key</source>
        <translation>klucz dostępu</translation>
    </message>
    <message>
        <source>private key</source>
        <translation>klucz prywatny</translation>
    </message>
    <message>
        <source>sign-in token</source>
        <translation>token logowania</translation>
    </message>
    <message>
        <source>PESEL number</source>
        <translation>numer PESEL</translation>
    </message>
    <message>
        <source>bank account</source>
        <translation>numer konta</translation>
    </message>
    <message>
        <source>payment card</source>
        <translation>karta płatnicza</translation>
    </message>
    <message>
        <source>somebody&apos;s e-mail address</source>
        <translation>czyjś adres e-mail</translation>
    </message>
    <message>
        <source>address of a network card</source>
        <translation>adres karty sieciowej</translation>
    </message>
    <message>
        <source>name of a Wi-Fi network</source>
        <translation>nazwa sieci Wi-Fi</translation>
    </message>
    <message>
        <source>sign-in data in a link</source>
        <translation>dane logowania w linku</translation>
    </message>
    <message>
        <source>name of a home folder</source>
        <translation>nazwa folderu domowego</translation>
    </message>
    <message>
        <source>something that your company protects</source>
        <translation>coś, co chroni twoja firma</translation>
    </message>
</context>
<context>
    <name>ServerDialog</name>
    <message>
        <source>Server</source>
        <translation>Serwer</translation>
    </message>
    <message>
        <source>How the server stands</source>
        <translation>Stan serwera</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Baza danych</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schemat</translation>
    </message>
    <message>
        <source>Last good backup</source>
        <translation>Ostatnia dobra kopia</translation>
    </message>
    <message>
        <source>Waiting changes</source>
        <translation>Czekające zmiany</translation>
    </message>
    <message>
        <source>Failing jobs</source>
        <translation>Zadania z błędami</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Zapytaj ponownie</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Pytamy serwer…</translation>
    </message>
    <message>
        <source>Told by the server at {time}.</source>
        <translation>Serwer odpowiedział o {time}.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>brak</translation>
    </message>
    <message>
        <source>The server does not tell how it stands</source>
        <translation>Serwer nie podaje swojego stanu</translation>
    </message>
    <message>
        <source>Below is what it said before, if it did.</source>
        <translation>Poniżej jest to, co podał wcześniej, jeśli podał.</translation>
    </message>
    <message>
        <source>The database belongs to another version of itdesk</source>
        <translation>Baza danych należy do innej wersji itdesk</translation>
    </message>
    <message>
        <source>Start the server of the version that used it last.</source>
        <translation>Uruchom serwer w tej wersji, która używała jej ostatnio.</translation>
    </message>
    <message>
        <source>Some of what the server does by itself fails</source>
        <translation>Część zadań serwera kończy się błędem</translation>
    </message>
    <message>
        <source>Run “itdesk server jobs” on the server: it says why.</source>
        <translation>Uruchom na serwerze „itdesk server jobs”: poda przyczynę.</translation>
    </message>
    <message>
        <source>There is no good backup yet</source>
        <translation>Nie ma jeszcze dobrej kopii zapasowej</translation>
    </message>
    <message>
        <source>The last good backup is older than 36 hours</source>
        <translation>Ostatnia dobra kopia ma ponad 36 godzin</translation>
    </message>
    <message>
        <source>Run “itdesk server backup” on the server now, and “itdesk server jobs” to see why it makes none each night.</source>
        <translation>Uruchom teraz na serwerze „itdesk server backup”, a „itdesk server jobs” pokaże, dlaczego kopia nie powstaje co noc.</translation>
    </message>
    <message>
        <source>Run “itdesk server backup” on the server now, and from a timer every night.</source>
        <translation>Uruchom teraz na serwerze „itdesk server backup”, a potem co noc z harmonogramu.</translation>
    </message>
    <message>
        <source>{number}, as this version wants it</source>
        <translation>{number}, właściwy dla tej wersji</translation>
    </message>
    <message>
        <source>{number}, of another version</source>
        <translation>{number}, z innej wersji</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nigdy</translation>
    </message>
    <message>
        <source>{time}, {age} ago</source>
        <translation>{time}, {age} temu</translation>
    </message>
</context>
<context>
    <name>ServerSearchDialog</name>
    <message>
        <source>Search on the server</source>
        <translation>Szukanie na serwerze</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Pytam serwer…</translation>
    </message>
    <message>
        <source>Tickets that the server found</source>
        <translation>Zgłoszenia znalezione na serwerze</translation>
    </message>
    <message>
        <source>What was said on the ticket</source>
        <translation>Co napisano w zgłoszeniu</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Otwórz</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>The server finds no ticket by that, either.</source>
        <translation>Serwer też nie znajduje takiego zgłoszenia.</translation>
    </message>
    <message>
        <source>More than 999 tickets; these are the newest.</source>
        <translation>Ponad 999 zgłoszeń; to są najnowsze.</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s); these are the newest.</source>
        <translation>
            <numerusform>%n zgłoszenie; to jest najnowsze.</numerusform>
            <numerusform>%n zgłoszenia; to są najnowsze.</numerusform>
            <numerusform>%n zgłoszeń; to są najnowsze.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s), the newest first.</source>
        <translation>
            <numerusform>%n zgłoszenie.</numerusform>
            <numerusform>%n zgłoszenia, od najnowszego.</numerusform>
            <numerusform>%n zgłoszeń, od najnowszego.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wczytuję…</translation>
    </message>
</context>
<context>
    <name>SessionList</name>
    <message>
        <source>Where you are signed in</source>
        <translation>Twoje zalogowane urządzenia</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Pytam serwer…</translation>
    </message>
    <message>
        <source>Sign out wherever you do not know it, or have lost it. Then choose a new password.</source>
        <translation>Wyloguj się tam, gdzie nie znasz urządzenia albo zginęło. Potem ustaw nowe hasło.</translation>
    </message>
</context>
<context>
    <name>SessionRow</name>
    <message>
        <source>A device without a name</source>
        <translation>Urządzenie bez nazwy</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Wyloguj się</translation>
    </message>
    <message>
        <source>Sign out on {device}</source>
        <translation>Wyloguj się na {device}</translation>
    </message>
    <message>
        <source>Sign out there? Whoever uses it has to sign in again.</source>
        <translation>Wylogować tam? Kto z tego korzysta, musi zalogować się jeszcze raz.</translation>
    </message>
    <message>
        <source>Sign out there</source>
        <translation>Wyloguj się tam</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>This computer. Signed in: {since}.</source>
        <translation>Ten komputer. Logowanie: {since}.</translation>
    </message>
    <message>
        <source>Signed in: {since}. Last used: {used}.</source>
        <translation>Logowanie: {since}. Ostatnio w użyciu: {used}.</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>Ustawienia</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Strony ustawień</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Ogólne</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Powiadomienia</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnostyka</translation>
    </message>
    <message>
        <source>This did not work.</source>
        <translation>To się nie udało.</translation>
    </message>
    <message>
        <source>The setting was not kept.</source>
        <translation>Ustawienie nie zostało zapisane.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Other tickets</source>
        <translation>Inne zgłoszenia</translation>
    </message>
    <message>
        <source>Show the other tickets of this person</source>
        <translation>Pokaż inne zgłoszenia tej osoby</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Komputer</translation>
    </message>
    <message>
        <source>All facts</source>
        <translation>Wszystkie dane</translation>
    </message>
    <message>
        <source>Show all facts about the computer</source>
        <translation>Pokaż wszystkie dane komputera</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Pliki</translation>
    </message>
    <message>
        <source>Somebody who is not known here</source>
        <translation>Ktoś, kogo tu nie znamy</translation>
    </message>
    <message>
        <source>{open} open, {all} in all</source>
        <translation>otwarte: {open}, razem: {all}</translation>
    </message>
    <message>
        <source>Other tickets: {words}</source>
        <translation>Inne zgłoszenia: {words}</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Miejsce</translation>
    </message>
    <message>
        <source>Computers</source>
        <translation>Komputery</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategoria</translation>
    </message>
    <message>
        <source>The facts are in a form that this version cannot show.</source>
        <translation>Dane są w postaci, której ta wersja nie pokaże.</translation>
    </message>
    <message>
        <source>No facts came along with this ticket.</source>
        <translation>Do tego zgłoszenia nie dołączono danych.</translation>
    </message>
    <message>
        <source>Requester, computer and files</source>
        <translation>Osoba zgłaszająca, komputer i pliki</translation>
    </message>
</context>
<context>
    <name>SignInWindow</name>
    <message>
        <source>Sign in</source>
        <translation>Zaloguj się</translation>
    </message>
    <message>
        <source>Sign in to the help desk</source>
        <translation>Zaloguj się do pomocy IT</translation>
    </message>
    <message>
        <source>Use the login and password that your IT gave you.</source>
        <translation>Użyj loginu i hasła od działu IT.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Język</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>Jak komputer</translation>
    </message>
    <message>
        <source>Address of the help desk</source>
        <translation>Adres pomocy IT</translation>
    </message>
    <message>
        <source>It looks like https://help.example.com</source>
        <translation>Wygląda tak: https://help.example.com</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Hasło</translation>
    </message>
    <message>
        <source>With the code that you were given, you choose your password yourself.</source>
        <translation>Z otrzymanym kodem ustawisz własne hasło.</translation>
    </message>
    <message>
        <source>I have a login and a password</source>
        <translation>Mam login i hasło</translation>
    </message>
    <message>
        <source>I have a code</source>
        <translation>Mam kod</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>To jest potrzebne.</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>Wylogowano.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait here and go out when you sign in again.</source>
        <translation>
            <numerusform>%n zmiana czeka tutaj. Wyślemy ją po ponownym zalogowaniu.</numerusform>
            <numerusform>%n zmiany czekają tutaj. Wyślemy je po ponownym zalogowaniu.</numerusform>
            <numerusform>%n zmian czeka tutaj. Wyślemy je po ponownym zalogowaniu.</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer has forgotten your tickets.</source>
        <translation>Na tym komputerze nie ma już twoich zgłoszeń.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Logowanie…</translation>
    </message>
    <message>
        <source>Signing in did not work.</source>
        <translation>Nie udało się zalogować.</translation>
    </message>
</context>
<context>
    <name>SinceEditor</name>
    <message>
        <source>Since when is it so</source>
        <translation>Od kiedy tak jest</translation>
    </message>
    <message>
        <source>Just now</source>
        <translation>Od teraz</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Dzisiaj</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Od wczoraj</translation>
    </message>
    <message>
        <source>Some days</source>
        <translation>Kilka dni</translation>
    </message>
    <message>
        <source>A date</source>
        <translation>Inny dzień</translation>
    </message>
    <message>
        <source>About what time</source>
        <translation>Mniej więcej o której</translation>
    </message>
    <message>
        <source>Since which day</source>
        <translation>Od którego dnia</translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>Wczytywanie</translation>
    </message>
</context>
<context>
    <name>SnoozeDialog</name>
    <message>
        <source>Put {number} aside</source>
        <translation>Odłóż {number}</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Odłóż</translation>
    </message>
    <message>
        <source>It comes back to your lists then, or when somebody else does something on it.</source>
        <translation>Wróci wtedy na Twoje listy, albo gdy ktoś inny coś w nim zrobi.</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>Inny termin</translation>
    </message>
    <message>
        <source>Choose a time that is still to come.</source>
        <translation>Wybierz termin, który dopiero nadejdzie.</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>Za godzinę</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Jutro rano</translation>
    </message>
    <message>
        <source>On Monday morning</source>
        <translation>W poniedziałek rano</translation>
    </message>
</context>
<context>
    <name>SnoozeDoer</name>
    <message>
        <source>Put aside until {time}</source>
        <translation>Odłożone do: {time}</translation>
    </message>
    <message>
        <source>Taken up again</source>
        <translation>Znów na listach</translation>
    </message>
</context>
<context>
    <name>StandingLine</name>
    <message>
        <source>Connecting</source>
        <translation>Łączenie</translation>
    </message>
    <message>
        <source>Sign in again to send and receive</source>
        <translation>Zaloguj się ponownie, aby wysyłać i odbierać</translation>
    </message>
    <message>
        <source>IT has to let this computer in again. Reports wait here.</source>
        <translation>Dział IT musi ponownie dopuścić ten komputer. Zgłoszenia czekają tutaj.</translation>
    </message>
    <message numerus="yes">
        <source>Sending, %n left</source>
        <translation>
            <numerusform>Wysyłanie, została %n</numerusform>
            <numerusform>Wysyłanie, zostały %n</numerusform>
            <numerusform>Wysyłanie, zostało %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline, %n waiting</source>
        <translation>
            <numerusform>Brak połączenia, %n czeka</numerusform>
            <numerusform>Brak połączenia, %n czekają</numerusform>
            <numerusform>Brak połączenia, %n czeka</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not accepted</source>
        <translation>
            <numerusform>%n nieprzyjęta</numerusform>
            <numerusform>%n nieprzyjęte</numerusform>
            <numerusform>%n nieprzyjętych</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Brak połączenia</translation>
    </message>
    <message>
        <source>Up to date, {time}</source>
        <translation>Na bieżąco, {time}</translation>
    </message>
    <message>
        <source>Everything is up to date</source>
        <translation>Wszystko na bieżąco</translation>
    </message>
    <message>
        <source>Offline. What you write is kept here.</source>
        <translation>Brak połączenia. To, co piszesz, zostaje tutaj.</translation>
    </message>
</context>
<context>
    <name>StarRating</name>
    <message>
        <source>Rate the help</source>
        <translation>Oceń pomoc</translation>
    </message>
    <message>
        <source>1 of 5: bad</source>
        <translation>1 z 5: źle</translation>
    </message>
    <message>
        <source>2 of 5: not good</source>
        <translation>2 z 5: niedobrze</translation>
    </message>
    <message>
        <source>3 of 5: it will do</source>
        <translation>3 z 5: może być</translation>
    </message>
    <message>
        <source>4 of 5: good</source>
        <translation>4 z 5: dobrze</translation>
    </message>
    <message>
        <source>5 of 5: very good</source>
        <translation>5 z 5: bardzo dobrze</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>New</source>
        <translation>Nowe</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>W toku</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Wstrzymane</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Rozwiązane</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Zamknięte</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Anulowane</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Scalone</translation>
    </message>
</context>
<context>
    <name>SuggestionDoer</name>
    <message numerus="yes">
        <source>%n report(s) made parts of the oldest</source>
        <translation>
            <numerusform>%n zgłoszenie jest częścią najstarszego</numerusform>
            <numerusform>%n zgłoszenia są częściami najstarszego</numerusform>
            <numerusform>%n zgłoszeń jest częściami najstarszego</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionStrip</name>
    <message>
        <source>Make it one incident</source>
        <translation>Uczyń z tego jedną awarię</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>To nie to samo</translation>
    </message>
    <message numerus="yes">
        <source>%n people have the same trouble since {time}: “{title}”</source>
        <translation>
            <numerusform>%n osoba ma ten sam kłopot od {time}: „{title}”</numerusform>
            <numerusform>%n osoby mają ten sam kłopot od {time}: „{title}”</numerusform>
            <numerusform>%n osób ma ten sam kłopot od {time}: „{title}”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SymptomSearch</name>
    <message>
        <source>What hurts? Type a word</source>
        <translation>Co dolega? Wpisz słowo</translation>
    </message>
    <message>
        <source>Nothing is called so. Just describe it below, that is enough.</source>
        <translation>Nic się tak nie nazywa. Opisz to poniżej, to wystarczy.</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>Tag {number}</source>
        <translation>Oznacz {number}</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>Dodaj znacznik</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Znacznik</translation>
    </message>
    <message>
        <source>Write a tag.</source>
        <translation>Wpisz znacznik.</translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>Picture {number} of {all}</source>
        <translation>Obraz {number} z {all}</translation>
    </message>
    <message>
        <source>Picture {number}: not sent</source>
        <translation>Obraz {number}: nie zostanie wysłany</translation>
    </message>
</context>
<context>
    <name>TicketClock</name>
    <message>
        <source>{time} over</source>
        <translation>{time} po</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>wstrzymane</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>do {day}</translation>
    </message>
</context>
<context>
    <name>TicketHeader</name>
    <message>
        <source>written {when}</source>
        <translation>napisane {when}</translation>
    </message>
    <message>
        <source>{number} · reported {when}</source>
        <translation>{number} · zgłoszone {when}</translation>
    </message>
</context>
<context>
    <name>TicketListPane</name>
    <message>
        <source>Show views and queues</source>
        <translation>Pokaż widoki i kolejki</translation>
    </message>
    <message>
        <source>Keep this search as a view</source>
        <translation>Zachowaj to wyszukiwanie jako widok</translation>
    </message>
    <message>
        <source>Search everything on the server</source>
        <translation>Szukaj wszystkiego na serwerze</translation>
    </message>
    <message>
        <source>Delete this view</source>
        <translation>Usuń ten widok</translation>
    </message>
    <message>
        <source>Tickets as a table</source>
        <translation>Zgłoszenia jako tabela</translation>
    </message>
    <message>
        <source>Report for somebody</source>
        <translation>Zgłoś za kogoś</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Wyczyść szukanie</translation>
    </message>
    <message>
        <source>Nothing stands here now. New tickets appear by themselves.</source>
        <translation>Nic tu teraz nie ma. Nowe zgłoszenia pojawią się same.</translation>
    </message>
    <message>
        <source>The tickets could not be read</source>
        <translation>Nie udało się odczytać zgłoszeń</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Spróbuj ponownie</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Grupuj według</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Zgłoszenia</translation>
    </message>
    <message>
        <source>This search finds no ticket.</source>
        <translation>To wyszukiwanie nie znajduje żadnego zgłoszenia.</translation>
    </message>
</context>
<context>
    <name>TicketListView</name>
    <message>
        <source>My tickets</source>
        <translation>Moje zgłoszenia</translation>
    </message>
</context>
<context>
    <name>TicketPagePane</name>
    <message>
        <source>Choose a ticket at the left to see it here.</source>
        <translation>Wybierz zgłoszenie po lewej, aby je tu zobaczyć.</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>To się nie udało</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>This ticket is not yours to see any more.</source>
        <translation>To zgłoszenie nie jest już dla ciebie widoczne.</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Zapisane jako {path}</translation>
    </message>
</context>
<context>
    <name>TicketPane</name>
    <message>
        <source>Choose a ticket to read what happened to it.</source>
        <translation>Wybierz zgłoszenie, aby przeczytać, co się z nim dzieje.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Spróbuj ponownie</translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>To się nie udało</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>This ticket is not here any more.</source>
        <translation>Tego zgłoszenia już tu nie ma.</translation>
    </message>
    <message>
        <source>IT</source>
        <translation>IT</translation>
    </message>
    <message>
        <source>Here you will read what happens to a report, and answer.</source>
        <translation>Tutaj przeczytasz, co dzieje się ze zgłoszeniem, i odpowiesz.</translation>
    </message>
</context>
<context>
    <name>TicketPicker</name>
    <message>
        <source>Number or words of the other ticket</source>
        <translation>Numer albo słowa drugiego zgłoszenia</translation>
    </message>
    <message>
        <source>Tickets that were found</source>
        <translation>Znalezione zgłoszenia</translation>
    </message>
    <message>
        <source>No ticket is found by that.</source>
        <translation>Takiego zgłoszenia nie ma.</translation>
    </message>
    <message>
        <source>Type to find a ticket.</source>
        <translation>Pisz, by znaleźć zgłoszenie.</translation>
    </message>
    <message>
        <source>Other tickets of the same person; type to find any.</source>
        <translation>Inne zgłoszenia tej osoby; pisz, by znaleźć dowolne zgłoszenie.</translation>
    </message>
</context>
<context>
    <name>TicketRow</name>
    <message>
        <source>priority {priority}</source>
        <translation>priorytet {priority}</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>nieprzeczytane</translation>
    </message>
    <message>
        <source>nobody has it yet</source>
        <translation>jeszcze nieprzydzielone</translation>
    </message>
    <message>
        <source>{person} has it</source>
        <translation>zajmuje się: {person}</translation>
    </message>
    <message>
        <source>due {time}</source>
        <translation>termin {time}</translation>
    </message>
    <message>
        <source>{person} is writing</source>
        <translation>{person} pisze</translation>
    </message>
    <message>
        <source>{person} is reading</source>
        <translation>{person} czyta</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>czeka na wysłanie</translation>
    </message>
    <message>
        <source>something was refused</source>
        <translation>coś zostało odrzucone</translation>
    </message>
</context>
<context>
    <name>TicketStatus</name>
    <message>
        <source>unread</source>
        <translation>nieprzeczytane</translation>
    </message>
    <message>
        <source>Refused: {reason}</source>
        <translation>Odrzucone: {reason}</translation>
    </message>
    <message>
        <source>Your answer goes out when online</source>
        <translation>Odpowiedź wyślemy po połączeniu</translation>
    </message>
    <message>
        <source>Something was refused</source>
        <translation>Coś zostało odrzucone</translation>
    </message>
    <message>
        <source>not sent yet · {when}</source>
        <translation>jeszcze niewysłane · {when}</translation>
    </message>
    <message>
        <source>{number} · {when}</source>
        <translation>{number} · {when}</translation>
    </message>
    <message>
        <source>from {name}</source>
        <translation>zgłasza: {name}</translation>
    </message>
    <message>
        <source>{name} has it</source>
        <translation>zajmuje się: {name}</translation>
    </message>
    <message>
        <source>Saved here, goes out when online</source>
        <translation>Zapisane tutaj, wyślemy po połączeniu</translation>
    </message>
    <message>
        <source>Received, IT will look at it</source>
        <translation>Przyjęte, IT się temu przyjrzy</translation>
    </message>
    <message>
        <source>Solved – does it work for you?</source>
        <translation>Rozwiązane – czy już działa?</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Rozwiązane</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Załatwione</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Wycofane</translation>
    </message>
    <message>
        <source>Goes on in another ticket</source>
        <translation>Ciąg dalszy w innym zgłoszeniu</translation>
    </message>
    <message>
        <source>IT is working on it</source>
        <translation>IT się tym zajmuje</translation>
    </message>
    <message>
        <source>{name} is working on it</source>
        <translation>{name} się tym zajmuje</translation>
    </message>
    <message>
        <source>Waiting for you</source>
        <translation>Czeka na ciebie</translation>
    </message>
    <message>
        <source>Waiting for an answer</source>
        <translation>Czeka na odpowiedź</translation>
    </message>
    <message>
        <source>Waiting for the supplier</source>
        <translation>Czeka na dostawcę</translation>
    </message>
    <message>
        <source>IT is looking for the cause</source>
        <translation>IT szuka przyczyny</translation>
    </message>
    <message>
        <source>Planned for {day}</source>
        <translation>Termin: {day}</translation>
    </message>
    <message>
        <source>Waiting for a planned change</source>
        <translation>Czeka na zaplanowaną zmianę</translation>
    </message>
</context>
<context>
    <name>TicketStory</name>
    <message>
        <source>IT</source>
        <translation>IT</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Ciebie</translation>
    </message>
    <message>
        <source>You confirmed that it works</source>
        <translation>Potwierdzone: działa</translation>
    </message>
    <message>
        <source>You said that it does not work yet</source>
        <translation>Twoja odpowiedź: jeszcze nie działa</translation>
    </message>
    <message>
        <source>You rated the help: {what} of 5</source>
        <translation>Twoja ocena pomocy: {what} z 5</translation>
    </message>
    <message>
        <source>You withdrew this</source>
        <translation>Zgłoszenie wycofane przez ciebie</translation>
    </message>
    <message>
        <source>You said that this is done</source>
        <translation>Oznaczone przez ciebie jako załatwione</translation>
    </message>
    <message>
        <source>You opened this again</source>
        <translation>Zgłoszenie otwarte przez ciebie ponownie</translation>
    </message>
    <message>
        <source>You invited {other}</source>
        <translation>Twoje zaproszenie do rozmowy: {other}</translation>
    </message>
    <message>
        <source>It waits for somebody else in IT</source>
        <translation>Czeka na kogoś innego z IT</translation>
    </message>
    <message>
        <source>{name} took your ticket</source>
        <translation>{name} przejmuje zgłoszenie</translation>
    </message>
    <message>
        <source>{other} has your ticket now</source>
        <translation>Zgłoszeniem zajmuje się teraz {other}</translation>
    </message>
    <message>
        <source>{name} confirmed that it works</source>
        <translation>{name} potwierdza, że działa</translation>
    </message>
    <message>
        <source>{name}: it does not work yet</source>
        <translation>{name}: jeszcze nie działa</translation>
    </message>
    <message>
        <source>{name} rated the help: {what} of 5</source>
        <translation>{name} ocenia pomoc: {what} z 5</translation>
    </message>
    <message>
        <source>How urgent it is: {what}</source>
        <translation>Priorytet: {what}</translation>
    </message>
    <message>
        <source>Contents were erased, to protect personal data</source>
        <translation>Treść usunięto, aby chronić dane osobowe</translation>
    </message>
    <message>
        <source>Sent before the sign-in. From: {other}</source>
        <translation>Wysłane przed zalogowaniem. Od: {other}</translation>
    </message>
    <message>
        <source>{name} asks for {what}</source>
        <translation>{name} prosi o: {what}</translation>
    </message>
    <message>
        <source>You agreed</source>
        <translation>Zgoda wyrażona</translation>
    </message>
    <message>
        <source>You did not agree</source>
        <translation>Brak Twojej zgody</translation>
    </message>
    <message>
        <source>{name} helps you from afar now</source>
        <translation>{name} pomaga Ci teraz zdalnie</translation>
    </message>
    <message>
        <source>It is called now: {what}</source>
        <translation>Nowy tytuł: {what}</translation>
    </message>
    <message>
        <source>It is filed now under: {what}</source>
        <translation>Nowa kategoria: {what}</translation>
    </message>
    <message>
        <source>{name} invited {other}</source>
        <translation>{name} zaprasza do rozmowy: {other}</translation>
    </message>
    <message>
        <source>{other} reads along no more</source>
        <translation>Z rozmowy wypisano: {other}</translation>
    </message>
    <message>
        <source>{name} took the last step back</source>
        <translation>{name} cofa ostatni krok</translation>
    </message>
    <message>
        <source>Something happened here that a newer version of this program can show</source>
        <translation>Stało się tu coś, co pokaże nowsza wersja programu</translation>
    </message>
    <message>
        <source>Filled in: {what}</source>
        <translation>Uzupełniono: {what}</translation>
    </message>
    <message>
        <source>{name} is working on it</source>
        <translation>{name} się tym zajmuje</translation>
    </message>
    <message>
        <source>{name}: {what}</source>
        <translation>{name}: {what}</translation>
    </message>
    <message>
        <source>{name} says that it is solved</source>
        <translation>{name}: już rozwiązane</translation>
    </message>
    <message>
        <source>This is done</source>
        <translation>Sprawa załatwiona</translation>
    </message>
    <message>
        <source>{name} withdrew this</source>
        <translation>{name} wycofuje zgłoszenie</translation>
    </message>
    <message>
        <source>Where it stands: {what}</source>
        <translation>Status: {what}</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Ty</translation>
    </message>
    <message>
        <source>{size} · opens when you are online</source>
        <translation>{size} · otworzy się po połączeniu</translation>
    </message>
    <message>
        <source>{name} reported this</source>
        <translation>Zgłasza: {name}</translation>
    </message>
    <message>
        <source>You reported this with a screenshot and facts about the computer</source>
        <translation>Twoje zgłoszenie ze zrzutem ekranu i danymi komputera</translation>
    </message>
    <message>
        <source>You reported this with a screenshot</source>
        <translation>Twoje zgłoszenie ze zrzutem ekranu</translation>
    </message>
    <message>
        <source>You reported this with facts about the computer</source>
        <translation>Twoje zgłoszenie z danymi komputera</translation>
    </message>
    <message>
        <source>You reported this</source>
        <translation>Twoje zgłoszenie</translation>
    </message>
    <message>
        <source>You have this too, IT has counted you in</source>
        <translation>Ciebie też to dotyczy – IT o tym wie</translation>
    </message>
    <message>
        <source>This helped you, so there was nothing to report</source>
        <translation>To pomogło, więc zgłoszenie niepotrzebne</translation>
    </message>
    <message>
        <source>IT, {site}</source>
        <translation>IT, {site}</translation>
    </message>
    <message>
        <source>saved here, goes out when online</source>
        <translation>zapisane tutaj, wyślemy po połączeniu</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>nieprzyjęte</translation>
    </message>
    <message>
        <source>IT waits for your answer</source>
        <translation>IT czeka na twoją odpowiedź</translation>
    </message>
    <message>
        <source>You asked for another time: {what}</source>
        <translation>Twoja propozycja innego terminu: {what}</translation>
    </message>
    <message>
        <source>You accepted: {what}</source>
        <translation>Termin przyjęty przez ciebie: {what}</translation>
    </message>
    <message>
        <source>This goes on in {number}</source>
        <translation>Sprawa toczy się dalej tutaj: {number}</translation>
    </message>
    <message>
        <source>What was {number} goes on here</source>
        <translation>Tutaj toczy się dalej sprawa ze zgłoszenia {number}</translation>
    </message>
    <message>
        <source>No longer here: {number}</source>
        <translation>Znów jest osobno: {number}</translation>
    </message>
    <message>
        <source>Messages are back here</source>
        <translation>Wiadomości są znów tutaj</translation>
    </message>
    <message>
        <source>Some messages are now in {number}</source>
        <translation>Część wiadomości jest teraz tutaj: {number}</translation>
    </message>
    <message>
        <source>{name} proposes an appointment: {what}</source>
        <translation>{name} proponuje termin: {what}</translation>
    </message>
    <message>
        <source>{name} accepted: {what}</source>
        <translation>{name} przyjmuje termin: {what}</translation>
    </message>
    <message>
        <source>The appointment does not take place. {what}</source>
        <translation>Termin jest odwołany. {what}</translation>
    </message>
    <message>
        <source>Many have this. IT tells everybody: {what}</source>
        <translation>Dotyczy to wielu osób. IT powiadamia wszystkich: {what}</translation>
    </message>
    <message>
        <source>This is over for everybody</source>
        <translation>Koniec awarii dla wszystkich</translation>
    </message>
</context>
<context>
    <name>TicketsWindow</name>
    <message>
        <source>My tickets</source>
        <translation>Moje zgłoszenia</translation>
    </message>
    <message>
        <source>The text of your report is copied. Paste it into a new one.</source>
        <translation>Tekst zgłoszenia skopiowany. Wklej go do nowego.</translation>
    </message>
    <message>
        <source>{name} is saved</source>
        <translation>Zapisano {name}</translation>
    </message>
</context>
<context>
    <name>TieDialog</name>
    <message>
        <source>Choose a ticket of the list.</source>
        <translation>Wybierz zgłoszenie z listy.</translation>
    </message>
    <message>
        <source>Where does {number} go on?</source>
        <translation>Gdzie jest ciąg dalszy {number}?</translation>
    </message>
    <message>
        <source>Of which ticket is {number} a part?</source>
        <translation>Częścią którego zgłoszenia jest {number}?</translation>
    </message>
    <message>
        <source>What belongs together with {number}?</source>
        <translation>Co łączy się z {number}?</translation>
    </message>
    <message>
        <source>Both keep what was said; later replies go to both. It can be taken back.</source>
        <translation>Oba zachowują to, co powiedziano; późniejsze odpowiedzi trafią do obu. Można to cofnąć.</translation>
    </message>
    <message>
        <source>When that one is resolved, this one is too. It can be taken back.</source>
        <translation>Gdy tamto zostanie rozwiązane, to również. Można to cofnąć.</translation>
    </message>
    <message>
        <source>Each shows the other. It can be taken back.</source>
        <translation>Każde pokazuje drugie. Można to cofnąć.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Scal</translation>
    </message>
    <message>
        <source>Make it a part</source>
        <translation>Uczyń częścią</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Powiąż</translation>
    </message>
</context>
<context>
    <name>TiesSection</name>
    <message>
        <source>Goes on in</source>
        <translation>Ciąg dalszy w</translation>
    </message>
    <message>
        <source>A part of</source>
        <translation>Część</translation>
    </message>
    <message>
        <source>Merged into this</source>
        <translation>Scalone z tym</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Część</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Powiązane</translation>
    </message>
</context>
<context>
    <name>TimeDialog</name>
    <message>
        <source>Time spent on {number}</source>
        <translation>Czas pracy nad {number}</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Zanotuj</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Jak długo</translation>
    </message>
    <message>
        <source>15, 1:30 or 1h 30. Only IT sees it.</source>
        <translation>15, 1:30 albo 1h 30. Widzi to tylko IT.</translation>
    </message>
    <message>
        <source>On what (if you like)</source>
        <translation>Na co (jeśli chcesz)</translation>
    </message>
    <message>
        <source>Say how long: 15, 1:30 or 1h 30; a day at most.</source>
        <translation>Podaj, jak długo: 15, 1:30 albo 1h 30; najwyżej doba.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Conversation</source>
        <translation>Rozmowa</translation>
    </message>
    <message>
        <source>Show {count} earlier</source>
        <translation>Pokaż wcześniejsze ({count})</translation>
    </message>
</context>
<context>
    <name>TimelineFilter</name>
    <message>
        <source>Everything</source>
        <translation>Wszystko</translation>
    </message>
    <message>
        <source>Only what was said to each other</source>
        <translation>Tylko rozmowa</translation>
    </message>
    <message>
        <source>Only notes among IT</source>
        <translation>Tylko notatki IT</translation>
    </message>
    <message>
        <source>Only what happened</source>
        <translation>Tylko zdarzenia</translation>
    </message>
    <message>
        <source>Only what has files</source>
        <translation>Tylko z plikami</translation>
    </message>
    <message>
        <source>Conversation: {what}</source>
        <translation>Rozmowa: {what}</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>today {time}</source>
        <translation>dziś {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>wczoraj {time}</translation>
    </message>
    <message>
        <source>{day} {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>since about {time}</source>
        <translation>od ok. {time}</translation>
    </message>
    <message>
        <source>since yesterday</source>
        <translation>od wczoraj</translation>
    </message>
    <message>
        <source>since about {day}</source>
        <translation>od ok. {day}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>{hours} h {minutes}</source>
        <translation>{hours} h {minutes}</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>Cofnij</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Zamknij komunikat</translation>
    </message>
</context>
<context>
    <name>TwoColumns</name>
    <message>
        <source>Back to the list</source>
        <translation>Wróć do listy</translation>
    </message>
</context>
<context>
    <name>TyingDoer</name>
    <message>
        <source>{number} · on its own again</source>
        <translation>{number} · znów osobno</translation>
    </message>
    <message>
        <source>{number} · goes on in {other}</source>
        <translation>{number} · ciąg dalszy w {other}</translation>
    </message>
    <message>
        <source>{number} · is a part of {other}</source>
        <translation>{number} · jest częścią {other}</translation>
    </message>
    <message>
        <source>{number} · linked with {other}</source>
        <translation>{number} · powiązane z {other}</translation>
    </message>
    <message>
        <source>{number} · messages moved to {other}</source>
        <translation>{number} · wiadomości przeniesione do {other}</translation>
    </message>
    <message>
        <source>{number} · split: “{title}”</source>
        <translation>{number} · wydzielono: „{title}”</translation>
    </message>
    <message>
        <source>Put together again with {number}.</source>
        <translation>Znów połączone z {number}.</translation>
    </message>
</context>
<context>
    <name>Urgency</name>
    <message>
        <source>I cannot work</source>
        <translation>Nie mogę pracować</translation>
    </message>
    <message>
        <source>It hinders me</source>
        <translation>Przeszkadza</translation>
    </message>
    <message>
        <source>It can wait</source>
        <translation>Może poczekać</translation>
    </message>
</context>
<context>
    <name>ViewDialog</name>
    <message>
        <source>Keep this search</source>
        <translation>Zachowaj to wyszukiwanie</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Zachowaj</translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation>Kto to widzi</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Tylko ja</translation>
    </message>
    <message>
        <source>All of IT</source>
        <translation>Całe IT</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Nazwa widoku</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Nadaj nazwę.</translation>
    </message>
</context>
<context>
    <name>ViewKeeper</name>
    <message>
        <source>View kept: {name}</source>
        <translation>Zachowano widok: {name}</translation>
    </message>
    <message>
        <source>View deleted: {name}</source>
        <translation>Usunięto widok: {name}</translation>
    </message>
</context>
<context>
    <name>Wanted</name>
    <message>
        <source>the facts about the computer</source>
        <translation>dane komputera</translation>
    </message>
    <message>
        <source>a picture of the screen</source>
        <translation>obraz ekranu</translation>
    </message>
    <message>
        <source>to help from afar</source>
        <translation>zgodę na zdalną pomoc</translation>
    </message>
</context>
<context>
    <name>Whereabouts</name>
    <message>
        <source>Found</source>
        <translation>Znalezione</translation>
    </message>
</context>
<context>
    <name>Windows</name>
    <message>
        <source>There is no ticket IT-{number} here that you may see.</source>
        <translation>Nie ma tu zgłoszenia IT-{number}, które możesz zobaczyć.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>{name} (unverified)</source>
        <translation>{name} (niepotwierdzony)</translation>
    </message>
</context>
<context>
    <name>WorkSection</name>
    <message>
        <source>Work</source>
        <translation>Praca</translation>
    </message>
    <message>
        <source>Add what is to be done</source>
        <translation>Dodaj, co jest do zrobienia</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Znaczniki</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Czas</translation>
    </message>
</context>
<context>
    <name>WorklogDoer</name>
    <message>
        <source>What is {number} about?</source>
        <translation>Czego dotyczy {number}?</translation>
    </message>
    <message>
        <source>Set category</source>
        <translation>Ustaw kategorię</translation>
    </message>
    <message>
        <source>Who shall read {number} along?</source>
        <translation>Kto ma mieć wgląd w {number}?</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Zaproś</translation>
    </message>
    <message>
        <source>{person} reads along</source>
        <translation>{person} ma wgląd</translation>
    </message>
    <message>
        <source>point ticked</source>
        <translation>punkt odhaczony</translation>
    </message>
    <message>
        <source>point opened again</source>
        <translation>punkt znów otwarty</translation>
    </message>
    <message>
        <source>point added</source>
        <translation>dodano punkt</translation>
    </message>
    <message>
        <source>tag {tag}</source>
        <translation>znacznik {tag}</translation>
    </message>
    <message>
        <source>{time} noted</source>
        <translation>zanotowano {time}</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n dzień</numerusform>
            <numerusform>%n dni</numerusform>
            <numerusform>%n dni</numerusform>
        </translation>
    </message>
</context>
</TS>
