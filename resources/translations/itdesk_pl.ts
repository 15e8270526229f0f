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
    <name>AnswerBox</name>
    <message>
        <source>Draft saved</source>
        <translation>Szkic zapisany</translation>
    </message>
</context>
<context>
    <name>ArticlePane</name>
    <message>
        <source>Did that not help?</source>
        <translation>To nie pomogło?</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Zgłoś problem</translation>
    </message>
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
    <name>ChoiceRow</name>
    <message>
        <source>Set by your IT department</source>
        <translation>Ustawione przez dział IT</translation>
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
        <source>Found</source>
        <translation>Znalezione</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Cofnij</translation>
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
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>Cancel ticket…</source>
        <translation>Anuluj zgłoszenie…</translation>
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
        <source>No facts about this computer.</source>
        <translation>Żadnych danych tego komputera.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
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
        <source>Other facts</source>
        <translation>Inne dane</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Inne</translation>
    </message>
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
        <source>VPN</source>
        <translation>VPN</translation>
    </message>
    <message>
        <source>the server cannot be reached</source>
        <translation>brak połączenia z serwerem</translation>
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
        <source>{percent} % used</source>
        <translation>zajęte {percent} %</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>wolne {size}</translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
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
        <source>Your report is not about this computer, so nothing of it goes along.</source>
        <translation>Zgłoszenie nie dotyczy tego komputera, więc nic z niego nie wyślemy.</translation>
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
        <source>No article contains these words.</source>
        <translation>Żaden artykuł nie zawiera tych słów.</translation>
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
        <source>This article is not here any more.</source>
        <translation>Tego artykułu już tu nie ma.</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artykuły</translation>
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
        <source>Nobody has it yet</source>
        <translation>Jeszcze nieprzydzielone</translation>
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
        <source>Queues</source>
        <translation>Kolejki</translation>
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
    <name>ProblemForm</name>
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
        <source>What it concerns</source>
        <translation>Czego to dotyczy</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Tego komputera</translation>
    </message>
    <message>
        <source>Another computer</source>
        <translation>Innego komputera</translation>
    </message>
    <message>
        <source>Not about a computer</source>
        <translation>Nie komputera</translation>
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
    <name>Refusal</name>
    <message>
        <source>There is no such ticket that you may see.</source>
        <translation>Nie ma takiego zgłoszenia wśród tych, które możesz zobaczyć.</translation>
    </message>
    <message>
        <source>You may not do this to this ticket.</source>
        <translation>Nie masz uprawnień, żeby zrobić to z tym zgłoszeniem.</translation>
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
        <source>Dismiss</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>This did not go through</source>
        <translation>To nie zostało przyjęte</translation>
    </message>
</context>
<context>
    <name>ReplyBox</name>
    <message>
        <source>Draft saved</source>
        <translation>Szkic zapisany</translation>
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
        <source>What is happening?</source>
        <translation>Co się dzieje?</translation>
    </message>
    <message>
        <source>The report was not saved yet; your text stays here.</source>
        <translation>Zgłoszenie nie jest jeszcze zapisane, tekst zostaje tutaj.</translation>
    </message>
    <message>
        <source>The report could not be saved.</source>
        <translation>Nie udało się zapisać zgłoszenia.</translation>
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
        <source>None of your tickets contains these words.</source>
        <translation>Żadne z twoich zgłoszeń nie zawiera tych słów.</translation>
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
</context>
<context>
    <name>Role</name>
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
    <name>ScreenshotPanel</name>
    <message>
        <source>Screen, {time}</source>
        <translation>Ekran, {time}</translation>
    </message>
    <message>
        <source>Black out: drag over what nobody should see</source>
        <translation>Zamaż: zaznacz to, czego nikt nie powinien widzieć</translation>
    </message>
    <message>
        <source>Take back the last black-out</source>
        <translation>Cofnij ostatnie zamazanie</translation>
    </message>
    <message>
        <source>Do not send the screenshot</source>
        <translation>Nie wysyłaj zrzutu ekranu</translation>
    </message>
    <message>
        <source>Send the screenshot after all</source>
        <translation>Jednak wyślij zrzut ekranu</translation>
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
    <name>SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>Ustawienia</translation>
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
        <source>Sign out</source>
        <translation>Wyloguj się</translation>
    </message>
    <message>
        <source>This computer then forgets your tickets. What you have not sent stays, and goes out later.</source>
        <translation>Ten komputer zapomni wtedy twoje zgłoszenia. Niewysłane zmiany zostaną tutaj i wyślemy je później.</translation>
    </message>
    <message>
        <source>The setting was not kept.</source>
        <translation>Ustawienie nie zostało zapisane.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Nikt nie jest zalogowany.</translation>
    </message>
    <message>
        <source>{name} at {server}</source>
        <translation>{name}, {server}</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Zalogowane konto</translation>
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
    <name>Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>Wczytywanie</translation>
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
        <source>Report for somebody</source>
        <translation>Zgłoś za kogoś</translation>
    </message>
    <message>
        <source>No ticket contains all these words.</source>
        <translation>Żadne zgłoszenie nie zawiera wszystkich tych słów.</translation>
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
        <source>Tickets</source>
        <translation>Zgłoszenia</translation>
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
    <name>Tray</name>
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
        <source>Offline</source>
        <translation>Brak połączenia</translation>
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
</context>
<context>
    <name>TwoColumns</name>
    <message>
        <source>Back to the list</source>
        <translation>Wróć do listy</translation>
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
