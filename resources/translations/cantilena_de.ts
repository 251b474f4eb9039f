<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation>Antwo&amp;rten</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen…</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>&amp;Liste leeren</translation>
    </message>
    <message>
        <source>&amp;Clear the seed</source>
        <translation>An&amp;fang leeren</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Draw the selected bars again</source>
        <translation>Ausgewählte &amp;Takte neu ziehen</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation>&amp;Dateien</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;From the start</source>
        <translation>&amp;Vom Beginn</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Erzeugen</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Weitermachen</translation>
    </message>
    <message>
        <source>&amp;Hear what you play through the output</source>
        <translation>&amp;Gespieltes über den Ausgang hören</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Join</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>&amp;Keep the take</source>
        <translation>Take &amp;behalten</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>Spra&amp;che</translation>
    </message>
    <message>
        <source>&amp;Latency</source>
        <translation>Laten&amp;z</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>S&amp;päter</translation>
    </message>
    <message>
        <source>&amp;Length in bars</source>
        <translation>&amp;Länge in Takten</translation>
    </message>
    <message>
        <source>&amp;Look at them…</source>
        <translation>&amp;Ansehen…</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>Sch&amp;leife</translation>
    </message>
    <message>
        <source>&amp;Meter</source>
        <translation>Ta&amp;ktart</translation>
    </message>
    <message>
        <source>&amp;Metronome</source>
        <translation>&amp;Metronom</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>&amp;Note names</source>
        <translation>&amp;Notennamen</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>&amp;Noten</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Other notes here…</source>
        <translation>Andere Noten &amp;hier…</translation>
    </message>
    <message>
        <source>&amp;Parts and voices</source>
        <translation>Stimm&amp;en</translation>
    </message>
    <message>
        <source>&amp;Paste here</source>
        <translation>Hier einfü&amp;gen</translation>
    </message>
    <message>
        <source>&amp;Piano</source>
        <translation>&amp;Klavier</translation>
    </message>
    <message>
        <source>&amp;Pin pitch</source>
        <translation>Tonhöhe &amp;fest</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>&amp;Wiedergabe oder Pause</translation>
    </message>
    <message>
        <source>&amp;Ports for other programs</source>
        <translation>&amp;Ports für andere Programme</translation>
    </message>
    <message>
        <source>&amp;Quantise</source>
        <translation>Quanti&amp;sieren</translation>
    </message>
    <message>
        <source>&amp;Quantise now</source>
        <translation>Jetzt &amp;quantisieren</translation>
    </message>
    <message>
        <source>&amp;Quantise…</source>
        <translation>&amp;Quantisieren…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Random seed</source>
        <translation>&amp;Zufallszahl</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation>&amp;Wiederholen: {step}</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>Wieder&amp;herstellen</translation>
    </message>
    <message>
        <source>&amp;Reverb</source>
        <translation>&amp;Hall</translation>
    </message>
    <message>
        <source>&amp;Rows of the key</source>
        <translation>&amp;Zeilen der Tonart</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Send MIDI clock, start and stop</source>
        <translation>MIDI-Clock, Start und Stopp &amp;senden</translation>
    </message>
    <message>
        <source>&amp;Sound…</source>
        <translation>K&amp;lang…</translation>
    </message>
    <message>
        <source>&amp;Split here</source>
        <translation>Hier t&amp;eilen</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Start</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>&amp;Stop generating</source>
        <translation>Erzeugen &amp;stoppen</translation>
    </message>
    <message>
        <source>&amp;Take off the list</source>
        <translation>&amp;Von der Liste nehmen</translation>
    </message>
    <message>
        <source>&amp;Takes</source>
        <translation>&amp;Takes</translation>
    </message>
    <message>
        <source>&amp;Transpose</source>
        <translation>T&amp;ransponieren</translation>
    </message>
    <message>
        <source>&amp;Tune</source>
        <translation>&amp;Melodie</translation>
    </message>
    <message>
        <source>&amp;Tunes</source>
        <translation>&amp;Melodien</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo {step}</source>
        <translation>&amp;Rückgängig: {step}</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>Ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>&amp;Velocities</source>
        <translation>&amp;Anschlagstärken</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Volume</source>
        <translation>&amp;Lautstärke</translation>
    </message>
    <message>
        <source>&amp;Whole tune</source>
        <translation>&amp;Ganze Melodie</translation>
    </message>
    <message>
        <source>&apos;(&apos; opens nothing; a triplet begins with (3.</source>
        <translation>„(“ öffnet nichts; eine Triole beginnt mit (3.</translation>
    </message>
    <message>
        <source>&apos;)&apos; closes a triplet that is not open; begin it with (3.</source>
        <translation>„)“ schließt eine Triole, die nicht offen ist; beginnen Sie sie mit (3.</translation>
    </message>
    <message>
        <source>&apos;{checkpoint}&apos; holds a training that was interrupted; go on with it by --resume, or remove the file to begin anew.</source>
        <translation>„{checkpoint}“ enthält ein unterbrochenes Training; setzen Sie es mit --resume fort, oder löschen Sie die Datei, um neu zu beginnen.</translation>
    </message>
    <message>
        <source>&apos;{file}&apos;</source>
        <translation>„{file}“</translation>
    </message>
    <message>
        <source>&apos;{file}&apos; has been open in another Cantilena of {user} on this computer since {since}; close one of the two, or save this one under another name.</source>
        <translation>„{file}“ ist seit {since} noch in einem Cantilena von {user} auf diesem Computer geöffnet; schließen Sie eines der beiden oder speichern Sie dieses unter einem anderen Namen.</translation>
    </message>
    <message>
        <source>&apos;{file}&apos; has been open on {user}&apos;s computer &apos;{host}&apos; since {since}; close one of the two, or save this one under another name.</source>
        <translation>„{file}“ ist seit {since} auch bei {user} auf dem Computer „{host}“ geöffnet; schließen Sie eines der beiden oder speichern Sie dieses unter einem anderen Namen.</translation>
    </message>
    <message>
        <source>&apos;{file}&apos; is open in another Cantilena too; close one of the two, or save this one under another name.</source>
        <translation>„{file}“ ist auch in einem anderen Cantilena geöffnet; schließen Sie eines der beiden oder speichern Sie dieses unter einem anderen Namen.</translation>
    </message>
    <message>
        <source>&apos;{first}&apos; and &apos;{second}&apos; know too many durations together to be mixed; choose another model.</source>
        <translation>„{first}“ und „{second}“ kennen zusammen zu viele Notenwerte, um gemischt zu werden; wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>&apos;{first}&apos; is of the {first_family} family and &apos;{second}&apos; of the {second_family} family; only models of one family can be mixed.</source>
        <translation>„{first}“ gehört zur Familie {first_family} und „{second}“ zur Familie {second_family}; mischen lassen sich nur Modelle einer Familie.</translation>
    </message>
    <message>
        <source>&apos;{folder}&apos; cannot be read ({reason}).</source>
        <translation>„{folder}“ ist nicht lesbar ({reason}).</translation>
    </message>
    <message>
        <source>&apos;{folder}&apos; is no folder that can be written to; choose another.</source>
        <translation>„{folder}“ ist kein Ordner, in den sich schreiben lässt; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>&apos;{folder}&apos; is no folder; choose another place.</source>
        <translation>„{folder}“ ist kein Ordner; wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is a mixture; name the models that it is made of.</source>
        <translation>„{name}“ ist eine Mischung; nennen Sie die Modelle, aus denen sie besteht.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; needs music21; install it, or name a folder.</source>
        <translation>„{name}“ braucht music21; installieren Sie es, oder nennen Sie einen Ordner.</translation>
    </message>
    <message>
        <source>&apos;{note}&apos; is out of range; only MIDI notes 0 to 127 can be played.</source>
        <translation>„{note}“ liegt außerhalb des Umfangs; nur die MIDI-Noten 0 bis 127 sind spielbar.</translation>
    </message>
    <message>
        <source>&apos;{note}&apos; is too short for the model, which does not hear it</source>
        <translation>„{note}“ ist zu kurz für das Modell, es hört diese Note nicht</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; cannot be drawn, Qt is not complete here ({reason}); write SVG instead.</source>
        <translation>„{path}“ kann nicht gezeichnet werden, Qt ist hier nicht vollständig ({reason}); schreiben Sie stattdessen SVG.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; cannot be opened: {reason}</source>
        <translation>„{path}“ lässt sich nicht öffnen: {reason}</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; cannot be read ({error}); choose another file.</source>
        <translation>„{path}“ ist nicht lesbar ({error}); wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; cannot be read ({reason}); choose another file.</source>
        <translation>„{path}“ ist nicht lesbar ({reason}); wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; cannot be written ({reason}); choose another place.</source>
        <translation>„{path}“ lässt sich nicht schreiben ({reason}); wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; cannot be written, its folder is read-only; choose another folder.</source>
        <translation>„{path}“ lässt sich nicht schreiben, der Ordner ist schreibgeschützt; wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; carries no recipe; choose a recipe, or a tune that &apos;generate&apos; has written.</source>
        <translation>„{path}“ enthält kein Rezept; wählen Sie ein Rezept oder eine Melodie, die „generate“ geschrieben hat.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; does not say how long a beat is; save it anew.</source>
        <translation>„{path}“ sagt nicht, wie lang ein Schlag ist; speichern Sie die Datei neu.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; has more than {most} events; cut a part out of it.</source>
        <translation>„{path}“ hat mehr als {most} Ereignisse; schneiden Sie einen Teil heraus.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; has no notes, or only drums; choose a file with a melody.</source>
        <translation>„{path}“ hat keine Noten oder nur Schlagzeug; wählen Sie eine Datei mit einer Melodie.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; has no take {number}; it has {count}.</source>
        <translation>„{path}“ hat keinen Take {number}; es sind {count}.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; has only drums; name the part that shall be read.</source>
        <translation>„{path}“ enthält nur Schlagzeug; nennen Sie die Stimme, die gelesen werden soll.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; holds no proper recipe: {sentence}</source>
        <translation>„{path}“ enthält kein gültiges Rezept: {sentence}</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; holds no tune {number}.</source>
        <translation>„{path}“ enthält keine Melodie {number}.</translation>
    </message>
    <message numerus="yes">
        <source>&apos;{path}&apos; holds {n} parts; there is no part {part} in it.</source>
        <comment>&apos;{path}&apos; holds {n} part; there is no part {part} in it.</comment>
        <translation>
            <numerusform>„{path}“ enthält {n} Stimme; eine Stimme {part} gibt es darin nicht.</numerusform>
            <numerusform>„{path}“ enthält {n} Stimmen; eine Stimme {part} gibt es darin nicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&apos;{path}&apos; holds {n} tunes; there is no tune {number} in it.</source>
        <comment>&apos;{path}&apos; holds {n} tune; there is no tune {number} in it.</comment>
        <translation>
            <numerusform>„{path}“ enthält {n} Melodie; eine Melodie {number} gibt es darin nicht.</numerusform>
            <numerusform>„{path}“ enthält {n} Melodien; eine Melodie {number} gibt es darin nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>&apos;{path}&apos; is a MIDI file of format {n}; save it as format 0 or 1.</source>
        <translation>„{path}“ ist eine MIDI-Datei im Format {n}; speichern Sie sie als Format 0 oder 1.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; is a folder; add a file name.</source>
        <translation>„{path}“ ist ein Ordner; ergänzen Sie einen Dateinamen.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; is a folder; choose a file in it.</source>
        <translation>„{path}“ ist ein Ordner; wählen Sie eine Datei darin.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; is damaged, or no checkpoint of a training; remove it to begin anew.</source>
        <translation>„{path}“ ist beschädigt oder kein Zwischenstand eines Trainings; löschen Sie die Datei, um neu zu beginnen.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; is damaged; remove it to begin anew.</source>
        <translation>„{path}“ ist beschädigt; löschen Sie die Datei, um neu zu beginnen.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; is larger than {megabytes} MB, too large for a file of its kind.</source>
        <translation>„{path}“ ist größer als {megabytes} MB, zu groß für eine Datei dieser Art.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; is larger than {most} MB; choose a smaller SoundFont.</source>
        <translation>„{path}“ ist größer als {most} MB; wählen Sie einen kleineren SoundFont.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; is longer than {most} beats; cut a part out of it.</source>
        <translation>„{path}“ ist länger als {most} Schläge; schneiden Sie einen Teil heraus.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; is no MIDI file, or a damaged one; choose another.</source>
        <translation>„{path}“ ist keine MIDI-Datei oder beschädigt; wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; is no SoundFont that can be played: {reason}</source>
        <translation>„{path}“ ist kein spielbarer SoundFont: {reason}</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; is no SoundFont that can be read; choose another.</source>
        <translation>„{path}“ ist kein lesbarer SoundFont; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; is no index of songs, or a damaged one; remove it, or train the model again.</source>
        <translation>„{path}“ ist kein Verzeichnis von Liedern oder beschädigt; löschen Sie die Datei, oder trainieren Sie das Modell noch einmal.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; is no ordinary file; choose another name.</source>
        <translation>„{path}“ ist keine gewöhnliche Datei; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; is no ordinary file; choose another one.</source>
        <translation>„{path}“ ist keine gewöhnliche Datei; wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; is no proper Cantilena project: {sentence}</source>
        <translation>„{path}“ ist kein gültiges Cantilena-Projekt: {sentence}</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; is no text file; choose another one.</source>
        <translation>„{path}“ ist keine Textdatei; wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; is of a training with other {name} ({was}, not {now}); go on with those, or remove the file to begin anew.</source>
        <translation>„{path}“ gehört zu einem Training mit anderen Angaben ({name}: {was}, nicht {now}); machen Sie mit jenen weiter, oder löschen Sie die Datei, um neu zu beginnen.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; is of another release; finish it with that one, or remove it.</source>
        <translation>„{path}“ stammt von einer anderen Version; schließen Sie das Training mit jener ab, oder löschen Sie die Datei.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; is of no kind that can be read; those are {kinds}.</source>
        <translation>„{path}“ ist keine Datei einer lesbaren Art; lesbar sind {kinds}.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; is there already; choose another name.</source>
        <translation>„{path}“ gibt es schon; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; may not be read; ask its owner for permission.</source>
        <translation>Für „{path}“ fehlt die Leseberechtigung; bitten Sie den Eigentümer der Datei darum.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; must end in .wav or .flac; choose another name.</source>
        <translation>„{path}“ muss auf .wav oder .flac enden; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; must end in one of {suffixes}; choose another name.</source>
        <translation>„{path}“ muss auf eines von {suffixes} enden; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; would be larger than this disk or account allows; save elsewhere.</source>
        <translation>„{path}“ würde größer, als dieser Datenträger oder dieses Konto zulässt; speichern Sie woanders.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos;, line {line}, column {column}: {sentence}</source>
        <translation>„{path}“, Zeile {line}, Spalte {column}: {sentence}</translation>
    </message>
    <message>
        <source>&apos;{path}&apos;, line {line}: {sentence}</source>
        <translation>„{path}“, Zeile {line}: {sentence}</translation>
    </message>
    <message>
        <source>&apos;{port}&apos;</source>
        <translation>„{port}“</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; divides by nothing.</source>
        <translation>„{text}“ teilt durch null.</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is no duration of a note.</source>
        <translation>„{text}“ ist kein Notenwert.</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is no key; write one such as &apos;F major&apos; or &apos;C# minor&apos;.</source>
        <translation>„{text}“ ist keine Tonart; schreiben Sie eine wie „F major“ oder „C# minor“.</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is no length of a note.</source>
        <translation>„{text}“ ist kein Notenwert.</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is no meter; write one such as 4/4, 3/4 or 6/8.</source>
        <translation>„{text}“ ist keine Taktart; schreiben Sie eine wie 4/4, 3/4 oder 6/8.</translation>
    </message>
    <message>
        <source>&apos;{title}&apos; (hash {hash})</source>
        <translation>„{title}“ (Hash {hash})</translation>
    </message>
    <message>
        <source>&apos;{token}&apos; has more than one duration; a quarter note is written 4, as in 4c.</source>
        <translation>„{token}“ hat mehr als einen Notenwert; eine Viertel schreibt man 4, etwa 4c.</translation>
    </message>
    <message>
        <source>&apos;{token}&apos; has more than one pitch; write letters from a to g, or r for a rest.</source>
        <translation>„{token}“ hat mehr als eine Tonhöhe; schreiben Sie Buchstaben von a bis g oder r für eine Pause.</translation>
    </message>
    <message>
        <source>&apos;{token}&apos; has no duration; a quarter note is written 4, as in 4c.</source>
        <translation>„{token}“ hat keinen Notenwert; eine Viertel schreibt man 4, etwa 4c.</translation>
    </message>
    <message>
        <source>&apos;{token}&apos; has no pitch; write letters from a to g, or r for a rest.</source>
        <translation>„{token}“ hat keine Tonhöhe; schreiben Sie Buchstaben von a bis g oder r für eine Pause.</translation>
    </message>
    <message>
        <source>&apos;{token}&apos; has {dots} dots; at most {most} are read.</source>
        <translation>„{token}“ hat {dots} Punkte; höchstens {most} werden gelesen.</translation>
    </message>
    <message>
        <source>&apos;{token}&apos; is MIDI note {pitch}; only 0 to 127 can be played.</source>
        <translation>„{token}“ ist die MIDI-Note {pitch}; nur 0 bis 127 sind spielbar.</translation>
    </message>
    <message>
        <source>&apos;{token}&apos; is shorter than 1/{whole} or longer than 16 whole notes.</source>
        <translation>„{token}“ ist kürzer als 1/{whole} oder länger als 16 Ganze.</translation>
    </message>
    <message>
        <source>&apos;{token}&apos; names several pitches; write a chord with blanks between.</source>
        <translation>„{token}“ nennt mehrere Tonhöhen; schreiben Sie einen Akkord mit Leerzeichen dazwischen.</translation>
    </message>
    <message>
        <source>&apos;{word}&apos; has no length of a note behind the /; write 1, 2, 4, 8, 16, 32, 64 or 128, or 3, 6, 12, 24, 48 or 96 for triplets.</source>
        <translation>„{word}“ hat keinen Notenwert hinter dem /; schreiben Sie 1, 2, 4, 8, 16, 32, 64 oder 128 oder für Triolen 3, 6, 12, 24, 48 oder 96.</translation>
    </message>
    <message>
        <source>&apos;{word}&apos; has no octave; the C in the middle is c4, the one above c5.</source>
        <translation>„{word}“ hat keine Oktave; das mittlere C ist c4, das darüber c5.</translation>
    </message>
    <message>
        <source>&apos;{word}&apos; is no note; write letter, octave, length, such as f#4, bb4/8. or r/2.</source>
        <translation>„{word}“ ist keine Note; schreiben Sie Buchstabe, Oktave, Notenwert, etwa f#4, bb4/8. oder r/2.</translation>
    </message>
    <message>
        <source>&apos;{word}&apos; is too short to be counted in ticks; make it longer.</source>
        <translation>„{word}“ ist zu kurz, um in Ticks gezählt zu werden; verlängern Sie die Note.</translation>
    </message>
    <message>
        <source>&apos;{word}&apos; ties a rest; leave ~ out.</source>
        <translation>„{word}“ bindet eine Pause über; lassen Sie ~ weg.</translation>
    </message>
    <message>
        <source>&apos;{word}&apos; would be MIDI note {pitch}; they go from 0 to 127, which is g9.</source>
        <translation>„{word}“ wäre die MIDI-Note {pitch}; sie reichen von 0 bis 127, das ist g9.</translation>
    </message>
    <message>
        <source>&apos;{word}…&apos; is too long for a note; put blanks between notes.</source>
        <translation>„{word}…“ ist zu lang für eine Note; setzen Sie Leerzeichen zwischen die Noten.</translation>
    </message>
    <message>
        <source>+, -</source>
        <translation>+, -</translation>
    </message>
    <message>
        <source>, and .</source>
        <translation>, und .</translation>
    </message>
    <message>
        <source>0</source>
        <comment>shortcut</comment>
        <translation>0</translation>
    </message>
    <message>
        <source>0 always takes the likeliest note; 1 follows the model; 2 is wild</source>
        <translation>0 nimmt immer die wahrscheinlichste Note; 1 folgt dem Modell; 2 ist wild</translation>
    </message>
    <message>
        <source>1 to 9</source>
        <translation>1 bis 9</translation>
    </message>
    <message>
        <source>1 to 9 and the arrow keys choose, Return keeps, S stars, X compares two.</source>
        <translation>1 bis 9 und die Pfeiltasten wählen, die Eingabetaste behält, S markiert, X vergleicht zwei.</translation>
    </message>
    <message>
        <source>1 to 9 choose, X compares; drag one into the roll for its bars</source>
        <translation>1 bis 9 wählen, X vergleicht; für einzelne Takte einen in die Pianorolle ziehen</translation>
    </message>
    <message numerus="yes">
        <source>1/{part}</source>
        <comment>grid</comment>
        <translation>
            <numerusform>1/{part}</numerusform>
            <numerusform>1/{part}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1/{part} triplet</source>
        <comment>grid</comment>
        <translation>
            <numerusform>1/{part} Triole</numerusform>
            <numerusform>1/{part} Triole</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt; and &gt;</source>
        <translation>&lt; und &gt;</translation>
    </message>
    <message>
        <source>&lt;1 %</source>
        <translation>&lt;1 %</translation>
    </message>
    <message>
        <source>A</source>
        <comment>note name</comment>
        <translation>A</translation>
    </message>
    <message>
        <source>A kern melody begins with the line **kern; this comes before it.</source>
        <translation>Eine kern-Melodie beginnt mit der Zeile **kern; dies steht davor.</translation>
    </message>
    <message>
        <source>A key has at most 7 sharps or flats, not &apos;{number}&apos;.</source>
        <translation>Eine Tonart hat höchstens 7 Kreuze oder B, nicht „{number}“.</translation>
    </message>
    <message>
        <source>A key has at most 7 sharps or flats, not {number}.</source>
        <translation>Eine Tonart hat höchstens 7 Kreuze oder B, nicht {number}.</translation>
    </message>
    <message>
        <source>A little &amp;later</source>
        <translation>Etwas s&amp;päter</translation>
    </message>
    <message>
        <source>A little ea&amp;rlier</source>
        <translation>Et&amp;was früher</translation>
    </message>
    <message>
        <source>A major</source>
        <comment>key</comment>
        <translation>A-Dur</translation>
    </message>
    <message>
        <source>A melody of more than {most:,} characters is not read.</source>
        <translation>Eine Melodie von mehr als {most:,} Zeichen wird nicht gelesen.</translation>
    </message>
    <message>
        <source>A minor</source>
        <comment>key</comment>
        <translation>a-Moll</translation>
    </message>
    <message>
        <source>A newer version of the program wrote the settings; what this one does not know is the default.</source>
        <translation>Die Einstellungen stammen von einer neueren Version des Programms; was diese hier nicht kennt, hat seinen Standardwert.</translation>
    </message>
    <message>
        <source>A note is shorter than 1/{whole} or longer than 16 whole notes.</source>
        <translation>Eine Note ist kürzer als 1/{whole} oder länger als 16 Ganze.</translation>
    </message>
    <message>
        <source>A note of {n} characters is too long to be one.</source>
        <translation>{n} Zeichen sind zu lang für eine Note.</translation>
    </message>
    <message>
        <source>A piano roll cannot stand where this view says.</source>
        <translation>Wo diese Ansicht es will, kann keine Pianorolle stehen.</translation>
    </message>
    <message>
        <source>A pin begins at tick 0 or later and lasts for a tick or more.</source>
        <translation>Eine festgehaltene Note beginnt bei Tick 0 oder später und dauert mindestens einen Tick.</translation>
    </message>
    <message>
        <source>A pin has a pitch from 0 to 127, not {pitch}.</source>
        <translation>Eine festgehaltene Note hat eine Tonhöhe von 0 bis 127, nicht {pitch}.</translation>
    </message>
    <message>
        <source>A pin has a velocity from 1 to 127, not {velocity}.</source>
        <translation>Eine festgehaltene Note hat eine Anschlagstärke von 1 bis 127, nicht {velocity}.</translation>
    </message>
    <message>
        <source>A score of up to {most:,} notes is drawn, and this tune has {notes:,}; write MusicXML instead.</source>
        <translation>Ein Notenbild wird bis zu {most:,} Noten gezeichnet, und diese Melodie hat {notes:,}; schreiben Sie stattdessen MusicXML.</translation>
    </message>
    <message>
        <source>A second ** line; keep each melody in a file of its own.</source>
        <translation>Eine zweite Zeile mit **; speichern Sie jede Melodie in einer eigenen Datei.</translation>
    </message>
    <message>
        <source>A take sounds while the mouse rests on it</source>
        <translation>Ein Take erklingt, solange die Maus auf ihm ruht</translation>
    </message>
    <message>
        <source>A temperature for durations alone; &apos;{as_pitch}&apos; uses the one above</source>
        <translation>Eine Temperatur nur für die Notenwerte; „{as_pitch}“ nimmt die obige</translation>
    </message>
    <message>
        <source>A tempo lies between {slowest:g} and {fastest:g} quarters a minute, not at {tempo:g}.</source>
        <translation>Ein Tempo liegt zwischen {slowest:g} und {fastest:g} Vierteln pro Minute, nicht bei {tempo:g}.</translation>
    </message>
    <message>
        <source>A text of more than {most:,} characters is not read.</source>
        <translation>Ein Text von mehr als {most:,} Zeichen wird nicht gelesen.</translation>
    </message>
    <message>
        <source>A tie joins two notes of one pitch; leave ~ out here.</source>
        <translation>Ein Haltebogen verbindet zwei Noten gleicher Tonhöhe; lassen Sie ~ hier weg.</translation>
    </message>
    <message>
        <source>A triplet within a triplet; close the first one with ).</source>
        <translation>Eine Triole in einer Triole; schließen Sie die erste mit ).</translation>
    </message>
    <message>
        <source>A tune has at most {bars} bars, and so this one will end soon.</source>
        <translation>Eine Melodie hat höchstens {bars} Takte, daher endet diese bald.</translation>
    </message>
    <message>
        <source>A&amp;dd to the seed</source>
        <translation>M&amp;itschreiben</translation>
    </message>
    <message>
        <source>ABC</source>
        <translation>ABC</translation>
    </message>
    <message>
        <source>Accordion</source>
        <comment>instrument</comment>
        <translation>Akkordeon</translation>
    </message>
    <message>
        <source>Acoustic bass</source>
        <comment>instrument</comment>
        <translation>Akustischer Bass</translation>
    </message>
    <message>
        <source>Acoustic grand piano</source>
        <comment>instrument</comment>
        <translation>Akustischer Flügel</translation>
    </message>
    <message>
        <source>Add a rest of this length to the seed</source>
        <translation>Dem Anfang eine Pause dieses Notenwerts anfügen</translation>
    </message>
    <message>
        <source>Add to the &amp;desktop&apos;s menu</source>
        <translation>Zum Menü des &amp;Desktops hinzufügen</translation>
    </message>
    <message>
        <source>Adjust</source>
        <comment>step to undo</comment>
        <translation>Anpassen</translation>
    </message>
    <message>
        <source>Agogo</source>
        <comment>instrument</comment>
        <translation>Agogo</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>All of the tune is the seed already</source>
        <translation>Die ganze Melodie ist schon der Anfang</translation>
    </message>
    <message>
        <source>Alt+Left, Right</source>
        <translation>Alt+Links, Rechts</translation>
    </message>
    <message>
        <source>Alto sax</source>
        <comment>instrument</comment>
        <translation>Altsaxophon</translation>
    </message>
    <message>
        <source>American fiddle tunes (Ryan)</source>
        <comment>model</comment>
        <translation>Amerikanische Fiddle-Melodien (Ryan)</translation>
    </message>
    <message>
        <source>And {n:,} more, underlined with dots</source>
        <translation>Und {n:,} weitere, gepunktet unterstrichen</translation>
    </message>
    <message>
        <source>Another worker has ended or cannot be reached; start all of them again, with --resume.</source>
        <translation>Ein anderer Arbeitsprozess ist beendet oder nicht erreichbar; starten Sie alle neu, mit --resume.</translation>
    </message>
    <message>
        <source>Answer</source>
        <comment>step to undo</comment>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Answer the last phrase, and play the answer</source>
        <translation>Auf die letzte Phrase antworten und die Antwort spielen</translation>
    </message>
    <message>
        <source>Answer the last phrase, and play the answer (Ctrl+Shift+Return)</source>
        <translation>Auf die letzte Phrase antworten und die Antwort spielen (Strg+Umschalt+Return)</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Applause</source>
        <comment>instrument</comment>
        <translation>Applaus</translation>
    </message>
    <message>
        <source>Armed: time begins with your first note; press to leave it (Ctrl+Shift+R)</source>
        <translation>Aufnahmebereit: Die Zeit beginnt mit Ihrer ersten Note; drücken, um abzubrechen (Strg+Umschalt+R)</translation>
    </message>
    <message>
        <source>Arrow keys choose a key, Space or Enter plays it.</source>
        <translation>Pfeiltasten wählen eine Taste, Leertaste oder Eingabetaste spielt sie.</translation>
    </message>
    <message>
        <source>As &amp;seed</source>
        <translation>Als &amp;Anfang</translation>
    </message>
    <message>
        <source>As drawn</source>
        <translation>Wie gezogen</translation>
    </message>
    <message>
        <source>As many bars from the start become the seed</source>
        <translation>So viele Takte vom Beginn werden zum Anfang</translation>
    </message>
    <message>
        <source>As t&amp;une</source>
        <translation>Als Me&amp;lodie</translation>
    </message>
    <message>
        <source>As the model likes</source>
        <translation>Frei, wie das Modell will</translation>
    </message>
    <message>
        <source>At most this many notes in a row may be copied from a song of the training</source>
        <translation>Höchstens so viele Noten hintereinander dürfen genau so in einem Lied des Trainings stehen</translation>
    </message>
    <message>
        <source>At temperature 0 every try is the same, so nothing leads into what stays.</source>
        <translation>Bei Temperatur 0 ist jeder Versuch gleich, also führt nichts zu dem hin, was bleibt.</translation>
    </message>
    <message>
        <source>Atmosphere</source>
        <comment>instrument</comment>
        <translation>Atmosphäre</translation>
    </message>
    <message>
        <source>Avoid what stood in the tune before, or take it up again</source>
        <translation>Meiden, was in der Melodie schon vorkam, oder es wieder aufgreifen</translation>
    </message>
    <message>
        <source>A♭</source>
        <comment>note name</comment>
        <translation>As</translation>
    </message>
    <message>
        <source>A♭ major</source>
        <comment>key</comment>
        <translation>As-Dur</translation>
    </message>
    <message>
        <source>A♭ minor</source>
        <comment>key</comment>
        <translation>as-Moll</translation>
    </message>
    <message>
        <source>A♭♭</source>
        <comment>note name</comment>
        <translation>Asas</translation>
    </message>
    <message>
        <source>A♯</source>
        <comment>note name</comment>
        <translation>Ais</translation>
    </message>
    <message>
        <source>A♯ minor</source>
        <comment>key</comment>
        <translation>ais-Moll</translation>
    </message>
    <message>
        <source>A♯♯</source>
        <comment>note name</comment>
        <translation>Aisis</translation>
    </message>
    <message>
        <source>B</source>
        <comment>note name</comment>
        <translation>H</translation>
    </message>
    <message>
        <source>B major</source>
        <comment>key</comment>
        <translation>H-Dur</translation>
    </message>
    <message>
        <source>B minor</source>
        <comment>key</comment>
        <translation>h-Moll</translation>
    </message>
    <message>
        <source>Bagpipe</source>
        <comment>instrument</comment>
        <translation>Dudelsack</translation>
    </message>
    <message>
        <source>Banjo</source>
        <comment>instrument</comment>
        <translation>Banjo</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>Bar</source>
        <comment>grid</comment>
        <translation>Takt</translation>
    </message>
    <message>
        <source>Bar and beat</source>
        <translation>Takt und Schlag</translation>
    </message>
    <message>
        <source>Bar {bar} of take {take}; with Shift all from here on</source>
        <translation>Takt {bar} von Take {take}; mit Umschalt alles ab hier</translation>
    </message>
    <message>
        <source>Baritone sax</source>
        <comment>instrument</comment>
        <translation>Baritonsaxophon</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Takte</translation>
    </message>
    <message>
        <source>Bars from cadence to cadence in endless music</source>
        <translation>Takte von Kadenz zu Kadenz in endloser Musik</translation>
    </message>
    <message>
        <source>Bars of clicks before it plays or records</source>
        <translation>So viele Takte lang klickt es vor der Wiedergabe oder Aufnahme</translation>
    </message>
    <message>
        <source>Bars of the seed</source>
        <translation>Takte des Anfangs</translation>
    </message>
    <message>
        <source>Bars {first} to {last} of take {take}; with Shift all from here on</source>
        <translation>Takte {first} bis {last} von Take {take}; mit Umschalt alles ab hier</translation>
    </message>
    <message>
        <source>Bass and lead</source>
        <comment>instrument</comment>
        <translation>Bass und Lead</translation>
    </message>
    <message>
        <source>Bassoon</source>
        <comment>instrument</comment>
        <translation>Fagott</translation>
    </message>
    <message>
        <source>Begin an empty tune</source>
        <translation>Eine leere Melodie beginnen</translation>
    </message>
    <message>
        <source>Begin the beat</source>
        <translation>Den Schlag beginnen</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Bird tweet</source>
        <comment>instrument</comment>
        <translation>Vogelgezwitscher</translation>
    </message>
    <message>
        <source>Blown bottle</source>
        <comment>instrument</comment>
        <translation>Angeblasene Flasche</translation>
    </message>
    <message>
        <source>Border between two parts</source>
        <translation>Grenze zwischen zwei Bereichen</translation>
    </message>
    <message>
        <source>Bowed pad</source>
        <comment>instrument</comment>
        <translation>Gestrichene Fläche</translation>
    </message>
    <message>
        <source>Brass section</source>
        <comment>instrument</comment>
        <translation>Blechbläser</translation>
    </message>
    <message>
        <source>Breath noise</source>
        <comment>instrument</comment>
        <translation>Atemgeräusch</translation>
    </message>
    <message>
        <source>Bright acoustic piano</source>
        <comment>instrument</comment>
        <translation>Helles Klavier</translation>
    </message>
    <message>
        <source>Brightness</source>
        <comment>instrument</comment>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>Built-in synth</source>
        <translation>Eingebauter Synthesizer</translation>
    </message>
    <message>
        <source>By its notes it is in {key} ({next})</source>
        <translation>Nach seinen Noten steht er in {key} ({next})</translation>
    </message>
    <message>
        <source>B♭</source>
        <comment>note name</comment>
        <translation>B</translation>
    </message>
    <message>
        <source>B♭ major</source>
        <comment>key</comment>
        <translation>B-Dur</translation>
    </message>
    <message>
        <source>B♭ minor</source>
        <comment>key</comment>
        <translation>b-Moll</translation>
    </message>
    <message>
        <source>B♭♭</source>
        <comment>note name</comment>
        <translation>Heses</translation>
    </message>
    <message>
        <source>B♯</source>
        <comment>note name</comment>
        <translation>His</translation>
    </message>
    <message>
        <source>B♯♯</source>
        <comment>note name</comment>
        <translation>Hisis</translation>
    </message>
    <message>
        <source>C</source>
        <comment>note name</comment>
        <translation>C</translation>
    </message>
    <message>
        <source>C major</source>
        <comment>key</comment>
        <translation>C-Dur</translation>
    </message>
    <message>
        <source>C minor</source>
        <comment>key</comment>
        <translation>c-Moll</translation>
    </message>
    <message>
        <source>C&amp;hannel</source>
        <translation>&amp;Kanal</translation>
    </message>
    <message>
        <source>C&amp;hoose all notes</source>
        <translation>Alle &amp;Noten auswählen</translation>
    </message>
    <message>
        <source>C&amp;lose the program</source>
        <translation>&amp;Programm schließen</translation>
    </message>
    <message>
        <source>Calliope lead</source>
        <comment>instrument</comment>
        <translation>Calliope-Lead</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cantilena is gone from the desktop&apos;s menu. Removed from {folder}: {names}.</source>
        <translation>Cantilena steht nicht mehr im Menü des Desktops. Aus {folder} entfernt: {names}.</translation>
    </message>
    <message>
        <source>Cantilena keeps time with another machine at the input</source>
        <translation>Cantilena hält den Takt mit einem anderen Gerät am Eingang</translation>
    </message>
    <message>
        <source>Cantilena projects ({pattern})</source>
        <translation>Cantilena-Projekte ({pattern})</translation>
    </message>
    <message>
        <source>Celesta</source>
        <comment>instrument</comment>
        <translation>Celesta</translation>
    </message>
    <message>
        <source>Cello</source>
        <comment>instrument</comment>
        <translation>Cello</translation>
    </message>
    <message>
        <source>Change meter</source>
        <translation>Taktart ändern</translation>
    </message>
    <message>
        <source>Change tempo</source>
        <translation>Tempo ändern</translation>
    </message>
    <message>
        <source>Change the length</source>
        <translation>Dauer ändern</translation>
    </message>
    <message>
        <source>Change velocity</source>
        <translation>Anschlagstärke ändern</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Channel {n}</source>
        <translation>Kanal {n}</translation>
    </message>
    <message>
        <source>Charang lead</source>
        <comment>instrument</comment>
        <translation>Charang-Lead</translation>
    </message>
    <message>
        <source>Chiff lead</source>
        <comment>instrument</comment>
        <translation>Chiff-Lead</translation>
    </message>
    <message>
        <source>Choir aahs</source>
        <comment>instrument</comment>
        <translation>Chor (Aah)</translation>
    </message>
    <message>
        <source>Choir pad</source>
        <comment>instrument</comment>
        <translation>Chorfläche</translation>
    </message>
    <message>
        <source>Choose SoundFont, instrument, volume, reverb, inputs and timing</source>
        <translation>SoundFont, Instrument, Lautstärke, Hall, Eingänge und Timing wählen</translation>
    </message>
    <message>
        <source>Choose SoundFont, instrument, volume, reverb, inputs and timing (Ctrl+,)</source>
        <translation>SoundFont, Instrument, Lautstärke, Hall, Eingänge und Timing wählen (Strg+,)</translation>
    </message>
    <message>
        <source>Choose a SoundFont</source>
        <translation>SoundFont wählen</translation>
    </message>
    <message>
        <source>Choose a SoundFont for the built-in synth: a .sf2 or .sf3 file</source>
        <translation>Einen SoundFont für den eingebauten Synthesizer wählen: eine .sf2- oder .sf3-Datei</translation>
    </message>
    <message>
        <source>Choose a grid first</source>
        <translation>Zuerst ein Raster wählen</translation>
    </message>
    <message>
        <source>Choose a key an octave higher or lower</source>
        <translation>Eine Taste eine Oktave höher oder tiefer wählen</translation>
    </message>
    <message>
        <source>Choose a second model first</source>
        <translation>Zuerst ein zweites Modell wählen</translation>
    </message>
    <message>
        <source>Choose a take</source>
        <translation>Take wählen</translation>
    </message>
    <message>
        <source>Choose a take first</source>
        <translation>Zuerst einen Take wählen</translation>
    </message>
    <message>
        <source>Choose an output</source>
        <translation>Ausgang wählen</translation>
    </message>
    <message>
        <source>Choose an output first, so that you can hear the beat</source>
        <translation>Zuerst einen Ausgang wählen, damit der Schlag zu hören ist</translation>
    </message>
    <message>
        <source>Choose another note</source>
        <translation>Andere Note wählen</translation>
    </message>
    <message>
        <source>Choose every note of the tune</source>
        <translation>Jede Note der Melodie auswählen</translation>
    </message>
    <message>
        <source>Choose its mapping…</source>
        <translation>Seine Zuordnung wählen…</translation>
    </message>
    <message>
        <source>Choose notes first: click one, draw a box around some, or press Ctrl+A</source>
        <translation>Zuerst Noten auswählen: eine anklicken, einen Rahmen um mehrere ziehen oder Strg+A drücken</translation>
    </message>
    <message>
        <source>Choose the next key</source>
        <translation>Die nächste Taste wählen</translation>
    </message>
    <message>
        <source>Choose the next note too</source>
        <translation>Die nächste Note dazu auswählen</translation>
    </message>
    <message>
        <source>Choose the note at the cursor too, or no longer</source>
        <translation>Die Note am Cursor dazu- oder wieder abwählen</translation>
    </message>
    <message>
        <source>Choose the take above or below</source>
        <translation>Den Take darüber oder darunter wählen</translation>
    </message>
    <message>
        <source>Choose the take of that number, wherever no text is typed</source>
        <translation>Den Take dieser Nummer wählen, wo immer kein Text eingegeben wird</translation>
    </message>
    <message>
        <source>Choose two takes, one after the other, first</source>
        <translation>Zuerst nacheinander zwei Takes wählen</translation>
    </message>
    <message>
        <source>Choose, move and resize notes with the mouse</source>
        <translation>Noten mit der Maus auswählen, verschieben und in der Länge ändern</translation>
    </message>
    <message>
        <source>Choose, move and resize notes; double-click to draw one (V)</source>
        <translation>Noten auswählen, verschieben, verlängern und verkürzen; mit Doppelklick zeichnen (V)</translation>
    </message>
    <message>
        <source>Church organ</source>
        <comment>instrument</comment>
        <translation>Kirchenorgel</translation>
    </message>
    <message>
        <source>Clarinet</source>
        <comment>instrument</comment>
        <translation>Klarinette</translation>
    </message>
    <message>
        <source>Clavinet</source>
        <comment>instrument</comment>
        <translation>Clavinet</translation>
    </message>
    <message>
        <source>Clean electric guitar</source>
        <comment>instrument</comment>
        <translation>E-Gitarre (unverzerrt)</translation>
    </message>
    <message>
        <source>Click on every beat while it plays or records</source>
        <translation>Bei Wiedergabe und Aufnahme auf jedem Schlag klicken</translation>
    </message>
    <message>
        <source>Click or drag to play; arrow keys choose a key, Space plays it.</source>
        <translation>Klicken oder ziehen, um zu spielen; Pfeiltasten wählen eine Taste, die Leertaste spielt sie.</translation>
    </message>
    <message>
        <source>Click to draw a note; drag for its length</source>
        <translation>Klicken, um eine Note zu zeichnen; ziehen für ihre Länge</translation>
    </message>
    <message>
        <source>Click to erase the note; drag over others to erase them too</source>
        <translation>Klicken, um die Note zu löschen; über andere ziehen, um auch sie zu löschen</translation>
    </message>
    <message>
        <source>Click to go on from {name} here</source>
        <translation>Klicken, um hier mit {name} fortzufahren</translation>
    </message>
    <message>
        <source>Click to go there, double-click to play from there; drag to loop, with Shift held to select bars; drag the loop or its ends to move them</source>
        <translation>Klicken, um dorthin zu gehen, doppelklicken, um von dort abzuspielen; ziehen für eine Schleife, mit gedrückter Umschalttaste für eine Auswahl von Takten; die Schleife oder ihre Enden ziehen, um sie zu verschieben</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <comment>name of a tune</comment>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>a dialog</comment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Die Meldung schließen</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Das Fenster schließen</translation>
    </message>
    <message>
        <source>Close this message, and go on working</source>
        <translation>Diese Meldung schließen und weiterarbeiten</translation>
    </message>
    <message>
        <source>Closest to the seed first</source>
        <translation>Dem Anfang Ähnlichste zuerst</translation>
    </message>
    <message>
        <source>Column {column}: {sentence}</source>
        <translation>Spalte {column}: {sentence}</translation>
    </message>
    <message>
        <source>Connect a MIDI keyboard, and it appears here.</source>
        <translation>Schließen Sie ein MIDI-Keyboard an, dann erscheint es hier.</translation>
    </message>
    <message>
        <source>Continuation</source>
        <translation>Fortsetzung</translation>
    </message>
    <message>
        <source>Contrabass</source>
        <comment>instrument</comment>
        <translation>Kontrabass</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy notes</source>
        <translation>Noten kopieren</translation>
    </message>
    <message>
        <source>Copy the details, to paste them into a message</source>
        <translation>Die Einzelheiten kopieren, um sie in eine Nachricht einzufügen</translation>
    </message>
    <message>
        <source>Count seconds on the ruler, or bars and beats</source>
        <translation>Auf dem Lineal Sekunden zählen oder Takte und Schläge</translation>
    </message>
    <message>
        <source>Count-in</source>
        <translation>Vorzähler</translation>
    </message>
    <message>
        <source>Count-in in bars</source>
        <translation>Vorzähler in Takten</translation>
    </message>
    <message>
        <source>Counting in: recording begins on the next bar</source>
        <translation>Vorzähler: Die Aufnahme beginnt mit dem nächsten Takt</translation>
    </message>
    <message>
        <source>Counting in; press to leave it (Ctrl+Shift+R)</source>
        <translation>Es wird vorgezählt; drücken, um abzubrechen (Strg+Umschalt+R)</translation>
    </message>
    <message>
        <source>Counting in; stop recording</source>
        <translation>Es wird vorgezählt; Aufnahme beenden</translation>
    </message>
    <message>
        <source>Crystal</source>
        <comment>instrument</comment>
        <translation>Kristall</translation>
    </message>
    <message>
        <source>Ctrl+Arrows</source>
        <translation>Strg+Pfeile</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Left, Right</source>
        <translation>Strg+Umschalt+Links, Rechts</translation>
    </message>
    <message>
        <source>Ctrl+Space</source>
        <translation>Strg+Leertaste</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>Cut notes</source>
        <translation>Noten ausschneiden</translation>
    </message>
    <message>
        <source>Cut the note in two that sounds at the cursor or the playhead</source>
        <translation>Die Note teilen, die am Cursor oder an der Abspielmarke klingt</translation>
    </message>
    <message>
        <source>Cut the note in two that sounds at this place</source>
        <translation>Die Note teilen, die an dieser Stelle klingt</translation>
    </message>
    <message>
        <source>C♭</source>
        <comment>note name</comment>
        <translation>Ces</translation>
    </message>
    <message>
        <source>C♭ major</source>
        <comment>key</comment>
        <translation>Ces-Dur</translation>
    </message>
    <message>
        <source>C♭♭</source>
        <comment>note name</comment>
        <translation>Ceses</translation>
    </message>
    <message>
        <source>C♯</source>
        <comment>note name</comment>
        <translation>Cis</translation>
    </message>
    <message>
        <source>C♯ major</source>
        <comment>key</comment>
        <translation>Cis-Dur</translation>
    </message>
    <message>
        <source>C♯ minor</source>
        <comment>key</comment>
        <translation>cis-Moll</translation>
    </message>
    <message>
        <source>C♯♯</source>
        <comment>note name</comment>
        <translation>Cisis</translation>
    </message>
    <message>
        <source>D</source>
        <comment>note name</comment>
        <translation>D</translation>
    </message>
    <message>
        <source>D major</source>
        <comment>key</comment>
        <translation>D-Dur</translation>
    </message>
    <message>
        <source>D minor</source>
        <comment>key</comment>
        <translation>d-Moll</translation>
    </message>
    <message>
        <source>Delete &amp;notes</source>
        <translation>Noten &amp;löschen</translation>
    </message>
    <message>
        <source>Delete notes</source>
        <translation>Noten löschen</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Einzelheiten…</translation>
    </message>
    <message>
        <source>Distortion guitar</source>
        <comment>instrument</comment>
        <translation>Verzerrte Gitarre</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Wiederholen, was rückgängig gemacht wurde</translation>
    </message>
    <message>
        <source>Dotted eighth</source>
        <comment>length of a note</comment>
        <translation>Punktierte Achtel</translation>
    </message>
    <message>
        <source>Dotted half</source>
        <comment>length of a note</comment>
        <translation>Punktierte Halbe</translation>
    </message>
    <message>
        <source>Dotted quarter</source>
        <comment>length of a note</comment>
        <translation>Punktierte Viertel</translation>
    </message>
    <message>
        <source>Down a s&amp;emitone</source>
        <translation>Einen Halb&amp;ton tiefer</translation>
    </message>
    <message>
        <source>Down an oc&amp;tave</source>
        <translation>Eine O&amp;ktave tiefer</translation>
    </message>
    <message>
        <source>Down in the sc&amp;ale</source>
        <translation>Eine Stufe tiefe&amp;r</translation>
    </message>
    <message>
        <source>Drag a box around notes to choose them; double-click to draw a note</source>
        <translation>Einen Rahmen um Noten ziehen, um sie auszuwählen; doppelklicken, um eine Note zu zeichnen</translation>
    </message>
    <message>
        <source>Drag a copy of it; click to choose it with the others</source>
        <translation>Ziehen für eine Kopie; klicken, um sie zu den anderen dazu auszuwählen</translation>
    </message>
    <message>
        <source>Drag over notes to erase them</source>
        <translation>Über Noten ziehen, um sie zu löschen</translation>
    </message>
    <message>
        <source>Drag to change where it begins</source>
        <translation>Ziehen, um den Beginn zu ändern</translation>
    </message>
    <message>
        <source>Drag to change where it ends</source>
        <translation>Ziehen, um das Ende zu ändern</translation>
    </message>
    <message>
        <source>Drag to give the parts room, or press the arrow keys; a double click or Delete gives back what they had</source>
        <translation>Ziehen, um den Bereichen Platz zu geben, oder die Pfeiltasten drücken; Doppelklick oder Entf gibt ihnen zurück, was sie hatten</translation>
    </message>
    <message>
        <source>Drag to move, with Alt or Ctrl held to copy; double-click for other notes here</source>
        <translation>Ziehen zum Verschieben, mit Alt oder Strg zum Kopieren; Doppelklick für andere Noten hier</translation>
    </message>
    <message>
        <source>Draw a note</source>
        <translation>Eine Note zeichnen</translation>
    </message>
    <message>
        <source>Draw a note at the cursor</source>
        <translation>Eine Note am Cursor zeichnen</translation>
    </message>
    <message>
        <source>Draw bars again</source>
        <translation>Takte neu ziehen</translation>
    </message>
    <message>
        <source>Draw notes with the mouse</source>
        <translation>Noten mit der Maus zeichnen</translation>
    </message>
    <message>
        <source>Draw notes; a note that is there is taken as with the pointer (P)</source>
        <translation>Noten zeichnen; eine Note, die schon da ist, wird wie mit dem Zeiger gefasst (P)</translation>
    </message>
    <message>
        <source>Draw only from the likeliest notes that together are so probable</source>
        <translation>Nur aus den wahrscheinlichsten Noten ziehen, die zusammen diese Wahrscheinlichkeit haben</translation>
    </message>
    <message>
        <source>Draw several</source>
        <translation>Mehrere ziehen</translation>
    </message>
    <message>
        <source>Drawbar organ</source>
        <comment>instrument</comment>
        <translation>Zugriegelorgel</translation>
    </message>
    <message>
        <source>Drawing the score took longer than {seconds:g} seconds, so it was given up.</source>
        <translation>Das Zeichnen des Notenbilds hat länger als {seconds:g} Sekunden gedauert und wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Drawing {bars} again</source>
        <translation>{bars} neu ziehen</translation>
    </message>
    <message>
        <source>Drop what the mouse holds, or choose nothing</source>
        <translation>Abbrechen, was die Maus zieht, oder die Auswahl aufheben</translation>
    </message>
    <message>
        <source>Drums</source>
        <translation>Schlagzeug</translation>
    </message>
    <message>
        <source>Dulcimer</source>
        <comment>instrument</comment>
        <translation>Hackbrett</translation>
    </message>
    <message>
        <source>Dup&amp;licate notes</source>
        <translation>Noten &amp;duplizieren</translation>
    </message>
    <message>
        <source>Duplicate notes</source>
        <translation>Noten duplizieren</translation>
    </message>
    <message>
        <source>D♭</source>
        <comment>note name</comment>
        <translation>Des</translation>
    </message>
    <message>
        <source>D♭ major</source>
        <comment>key</comment>
        <translation>Des-Dur</translation>
    </message>
    <message>
        <source>D♭♭</source>
        <comment>note name</comment>
        <translation>Deses</translation>
    </message>
    <message>
        <source>D♯</source>
        <comment>note name</comment>
        <translation>Dis</translation>
    </message>
    <message>
        <source>D♯ minor</source>
        <comment>key</comment>
        <translation>dis-Moll</translation>
    </message>
    <message>
        <source>D♯♯</source>
        <comment>note name</comment>
        <translation>Disis</translation>
    </message>
    <message>
        <source>E</source>
        <comment>note name</comment>
        <translation>E</translation>
    </message>
    <message>
        <source>E major</source>
        <comment>key</comment>
        <translation>E-Dur</translation>
    </message>
    <message>
        <source>E minor</source>
        <comment>key</comment>
        <translation>e-Moll</translation>
    </message>
    <message>
        <source>E&amp;xchange two takes</source>
        <translation>Zwei Takes &amp;tauschen</translation>
    </message>
    <message>
        <source>Each Generate takes a new number; press to keep this one</source>
        <translation>Jedes Erzeugen nimmt eine neue Zahl; drücken, um diese zu behalten</translation>
    </message>
    <message>
        <source>Echoes</source>
        <comment>instrument</comment>
        <translation>Echos</translation>
    </message>
    <message>
        <source>Edit seed</source>
        <translation>Anfang bearbeiten</translation>
    </message>
    <message>
        <source>Eighth</source>
        <comment>length of a note</comment>
        <translation>Achtel</translation>
    </message>
    <message>
        <source>Electric grand piano</source>
        <comment>instrument</comment>
        <translation>E-Flügel</translation>
    </message>
    <message>
        <source>Electric piano 1</source>
        <comment>instrument</comment>
        <translation>E-Piano 1</translation>
    </message>
    <message>
        <source>Electric piano 2</source>
        <comment>instrument</comment>
        <translation>E-Piano 2</translation>
    </message>
    <message>
        <source>End the beat</source>
        <translation>Den Schlag beenden</translation>
    </message>
    <message>
        <source>End the program; unsaved work stays for the next start</source>
        <translation>Das Programm beenden; ungespeicherte Arbeit bleibt für den nächsten Start erhalten</translation>
    </message>
    <message>
        <source>End the recording first; then its notes can be edited.</source>
        <translation>Beenden Sie zuerst die Aufnahme; dann lassen sich ihre Noten bearbeiten.</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>Schluss</translation>
    </message>
    <message>
        <source>Ending, range, scale, density and more: what a tune shall be like</source>
        <translation>Schluss, Umfang, Tonleiter, Dichte und mehr: wie eine Melodie sein soll</translation>
    </message>
    <message>
        <source>Endless</source>
        <comment>step to undo</comment>
        <translation>Endlose Musik</translation>
    </message>
    <message>
        <source>Endless</source>
        <translation>Endlos</translation>
    </message>
    <message>
        <source>English horn</source>
        <comment>instrument</comment>
        <translation>Englischhorn</translation>
    </message>
    <message>
        <source>Erase every note that the mouse goes over (E)</source>
        <translation>Jede Note löschen, über die die Maus fährt (E)</translation>
    </message>
    <message>
        <source>Erase notes</source>
        <translation>Noten löschen</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Escape</source>
        <comment>shortcut</comment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Essen Folksong Collection, German songs (europa/deutschl)</source>
        <comment>model</comment>
        <translation>den deutschen Liedern der Essener Volksliedsammlung (europa/deutschl)</translation>
    </message>
    <message numerus="yes">
        <source>Essen Folksong Collection, German songs (europa/deutschl), after those of its other regions</source>
        <comment>model</comment>
        <translation>
            <numerusform>den deutschen Liedern der Essener Volksliedsammlung (europa/deutschl), im Anschluss an die der übrigen Regionen</numerusform>
            <numerusform>den deutschen Liedern der Essener Volksliedsammlung (europa/deutschl), im Anschluss an die der übrigen Regionen</numerusform>
        </translation>
    </message>
    <message>
        <source>Every key writes a note behind the seed; off: the piano only sounds</source>
        <translation>Jede Taste schreibt eine Note hinter den Anfang; aus: Das Klavier klingt nur</translation>
    </message>
    <message>
        <source>Every word must be in the text or in the keys</source>
        <translation>Jedes Wort muss im Text oder in den Tasten vorkommen</translation>
    </message>
    <message>
        <source>Exchange</source>
        <comment>verb, two takes</comment>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>Exchange takes A and B; while it plays, with the next bar</source>
        <translation>Takes A und B tauschen; während der Wiedergabe mit dem nächsten Takt</translation>
    </message>
    <message>
        <source>Export</source>
        <comment>a file</comment>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export a&amp;udio…</source>
        <translation>&amp;Audio exportieren…</translation>
    </message>
    <message>
        <source>Export all &amp;takes…</source>
        <translation>Alle &amp;Takes exportieren…</translation>
    </message>
    <message>
        <source>Export all takes</source>
        <translation>Alle Takes exportieren</translation>
    </message>
    <message>
        <source>Export audio</source>
        <translation>Audio exportieren</translation>
    </message>
    <message>
        <source>Exported to {path}.</source>
        <translation>Nach {path} exportiert.</translation>
    </message>
    <message>
        <source>Exported {takes} to {folder}.</source>
        <translation>{takes} nach {folder} exportiert.</translation>
    </message>
    <message>
        <source>E♭</source>
        <comment>note name</comment>
        <translation>Es</translation>
    </message>
    <message>
        <source>E♭ major</source>
        <comment>key</comment>
        <translation>Es-Dur</translation>
    </message>
    <message>
        <source>E♭ minor</source>
        <comment>key</comment>
        <translation>es-Moll</translation>
    </message>
    <message>
        <source>E♭♭</source>
        <comment>note name</comment>
        <translation>Eses</translation>
    </message>
    <message>
        <source>E♯</source>
        <comment>note name</comment>
        <translation>Eis</translation>
    </message>
    <message>
        <source>E♯♯</source>
        <comment>note name</comment>
        <translation>Eisis</translation>
    </message>
    <message>
        <source>F</source>
        <comment>note name</comment>
        <translation>F</translation>
    </message>
    <message>
        <source>F major</source>
        <comment>key</comment>
        <translation>F-Dur</translation>
    </message>
    <message>
        <source>F minor</source>
        <comment>key</comment>
        <translation>f-Moll</translation>
    </message>
    <message>
        <source>F&amp;ollow the MIDI clock of the input</source>
        <translation>Der MIDI-Clock des Eingangs &amp;folgen</translation>
    </message>
    <message>
        <source>Fiddle</source>
        <comment>instrument</comment>
        <translation>Fiedel</translation>
    </message>
    <message>
        <source>Fifths lead</source>
        <comment>instrument</comment>
        <translation>Quinten-Lead</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Files used last</source>
        <translation>Zuletzt verwendete Dateien</translation>
    </message>
    <message>
        <source>Fingered electric bass</source>
        <comment>instrument</comment>
        <translation>E-Bass (Finger)</translation>
    </message>
    <message>
        <source>Flute</source>
        <comment>instrument</comment>
        <translation>Flöte</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>For non-commercial use, as the source of the songs asks.</source>
        <comment>model</comment>
        <translation>Für nichtkommerzielle Nutzung, wie die Quelle der Lieder es verlangt.</translation>
    </message>
    <message>
        <source>Forget these files; they themselves stay where they are</source>
        <translation>Diese Dateien vergessen; sie selbst bleiben, wo sie sind</translation>
    </message>
    <message numerus="yes">
        <source>Free for commercial use as far as its source tells: the tunes are in the public domain, and John Chambers provided the ABC edition for distribution with music21; its files name no restriction (docs/licences.md).</source>
        <comment>model</comment>
        <translation>
            <numerusform>Frei auch für kommerzielle Nutzung, soweit die Quelle Auskunft gibt: Die Melodien sind gemeinfrei, und John Chambers hat die ABC-Ausgabe zur Verbreitung mit music21 bereitgestellt; ihre Dateien nennen keine Einschränkung (docs/licences.md).</numerusform>
            <numerusform>Frei auch für kommerzielle Nutzung, soweit die Quelle Auskunft gibt: Die Melodien sind gemeinfrei, und John Chambers hat die ABC-Ausgabe zur Verbreitung mit music21 bereitgestellt; ihre Dateien nennen keine Einschränkung (docs/licences.md).</numerusform>
        </translation>
    </message>
    <message>
        <source>French horn</source>
        <comment>instrument</comment>
        <translation>Horn</translation>
    </message>
    <message>
        <source>Fretless bass</source>
        <comment>instrument</comment>
        <translation>Bundloser Bass</translation>
    </message>
    <message>
        <source>From its lowest note to its highest</source>
        <translation>Von der tiefsten Note bis zur höchsten</translation>
    </message>
    <message>
        <source>From note to note by steps or by leaps</source>
        <translation>Von Note zu Note in Schritten oder in Sprüngen</translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation>Aus der Zwischenablage</translation>
    </message>
    <message>
        <source>Full bars in all, the seed included</source>
        <translation>Volle Takte insgesamt, mit dem Anfang</translation>
    </message>
    <message>
        <source>F♭</source>
        <comment>note name</comment>
        <translation>Fes</translation>
    </message>
    <message>
        <source>F♭♭</source>
        <comment>note name</comment>
        <translation>Feses</translation>
    </message>
    <message>
        <source>F♯</source>
        <comment>note name</comment>
        <translation>Fis</translation>
    </message>
    <message>
        <source>F♯ major</source>
        <comment>key</comment>
        <translation>Fis-Dur</translation>
    </message>
    <message>
        <source>F♯ minor</source>
        <comment>key</comment>
        <translation>fis-Moll</translation>
    </message>
    <message>
        <source>F♯♯</source>
        <comment>note name</comment>
        <translation>Fisis</translation>
    </message>
    <message>
        <source>G</source>
        <comment>note name</comment>
        <translation>G</translation>
    </message>
    <message>
        <source>G</source>
        <comment>shortcut</comment>
        <translation>G</translation>
    </message>
    <message>
        <source>G major</source>
        <comment>key</comment>
        <translation>G-Dur</translation>
    </message>
    <message>
        <source>G minor</source>
        <comment>key</comment>
        <translation>g-Moll</translation>
    </message>
    <message>
        <source>Generate</source>
        <comment>step to undo</comment>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Generate and the knobs keep this note&apos;s length, and lead to it (R)</source>
        <translation>„Erzeugen“ und die Regler behalten die Dauer dieser Note und führen zu ihr hin (R)</translation>
    </message>
    <message>
        <source>Generate and the knobs keep this note&apos;s pitch, and lead to it (P)</source>
        <translation>„Erzeugen“ und die Regler behalten die Tonhöhe dieser Note und führen zu ihr hin (P)</translation>
    </message>
    <message>
        <source>Generate several tunes from the seed</source>
        <translation>Mehrere Melodien aus dem Anfang erzeugen</translation>
    </message>
    <message>
        <source>German folk songs</source>
        <comment>model</comment>
        <translation>Deutsche Volkslieder</translation>
    </message>
    <message>
        <source>German folk songs, classic</source>
        <comment>model</comment>
        <translation>Deutsche Volkslieder, klassisch</translation>
    </message>
    <message>
        <source>Glockenspiel</source>
        <comment>instrument</comment>
        <translation>Glockenspiel</translation>
    </message>
    <message>
        <source>Go back to the first bar</source>
        <translation>Zurück zum ersten Takt</translation>
    </message>
    <message>
        <source>Go back to the first bar (Ctrl+Home)</source>
        <translation>Zurück zum ersten Takt (Strg+Pos1)</translation>
    </message>
    <message>
        <source>Go back to the take chosen before, A or B; while it plays with the next bar (X). X again before that, and nothing changes</source>
        <translation>Zurück zum zuvor gewählten Take, A oder B; während der Wiedergabe mit dem nächsten Takt (X). Davor noch einmal drücken, und alles bleibt, wie es ist</translation>
    </message>
    <message>
        <source>Go from note to note, and through rests by the grid</source>
        <translation>Von Note zu Note gehen, durch Pausen im Raster</translation>
    </message>
    <message>
        <source>Go on composing ahead of the playhead for as long as it plays</source>
        <translation>Der Abspielmarke voraus weiterkomponieren, solange die Melodie spielt</translation>
    </message>
    <message>
        <source>Go on from the cell at the cursor, while probabilities are shown</source>
        <translation>Mit der Zelle am Cursor fortfahren, solange Wahrscheinlichkeiten gezeigt werden</translation>
    </message>
    <message>
        <source>Go on from the seed</source>
        <translation>Den Anfang fortsetzen</translation>
    </message>
    <message>
        <source>Go on from these bars: they become the seed of the tune in the window</source>
        <translation>Von diesen Takten aus weitergehen: Sie werden zum Anfang der Melodie im Fenster</translation>
    </message>
    <message>
        <source>Go on with a file that was used before</source>
        <translation>Mit einer früheren Datei weiterarbeiten</translation>
    </message>
    <message>
        <source>Go on with this file (Return)</source>
        <translation>Mit dieser Datei weiterarbeiten (Return)</translation>
    </message>
    <message>
        <source>Go on with this work, which stays unsaved until you save it</source>
        <translation>Mit dieser Arbeit weitermachen; sie bleibt ungespeichert, bis Sie sie speichern</translation>
    </message>
    <message>
        <source>Go to the field of the seed notes</source>
        <translation>In das Feld mit den Noten des Anfangs gehen</translation>
    </message>
    <message>
        <source>Go to the first or the last note</source>
        <translation>Zur ersten oder letzten Note gehen</translation>
    </message>
    <message>
        <source>Goblins</source>
        <comment>instrument</comment>
        <translation>Kobolde</translation>
    </message>
    <message>
        <source>Going on from {note}</source>
        <translation>Fortsetzung ab {note}</translation>
    </message>
    <message>
        <source>Greatest surprise first</source>
        <translation>Größte Überraschung zuerst</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Grid to quantise to</source>
        <translation>Raster der Quantisierung</translation>
    </message>
    <message>
        <source>Grid:</source>
        <translation>Raster:</translation>
    </message>
    <message>
        <source>Guitar fret noise</source>
        <comment>instrument</comment>
        <translation>Griffgeräusch (Gitarre)</translation>
    </message>
    <message>
        <source>Guitar harmonics</source>
        <comment>instrument</comment>
        <translation>Gitarrenflageolett</translation>
    </message>
    <message>
        <source>Gunshot</source>
        <comment>instrument</comment>
        <translation>Schuss</translation>
    </message>
    <message>
        <source>G♭</source>
        <comment>note name</comment>
        <translation>Ges</translation>
    </message>
    <message>
        <source>G♭ major</source>
        <comment>key</comment>
        <translation>Ges-Dur</translation>
    </message>
    <message>
        <source>G♭♭</source>
        <comment>note name</comment>
        <translation>Geses</translation>
    </message>
    <message>
        <source>G♯</source>
        <comment>note name</comment>
        <translation>Gis</translation>
    </message>
    <message>
        <source>G♯ minor</source>
        <comment>key</comment>
        <translation>gis-Moll</translation>
    </message>
    <message>
        <source>G♯♯</source>
        <comment>note name</comment>
        <translation>Gisis</translation>
    </message>
    <message>
        <source>Half</source>
        <comment>length of a note</comment>
        <translation>Halbe</translation>
    </message>
    <message>
        <source>Halo pad</source>
        <comment>instrument</comment>
        <translation>Halo-Fläche</translation>
    </message>
    <message>
        <source>Hardly any try led to what stands in {place}, so the notes before it may not suit it.</source>
        <translation>Kaum ein Versuch führte zu dem, was in {place} steht; die Noten davor passen daher vielleicht nicht dazu.</translation>
    </message>
    <message>
        <source>Harmonica</source>
        <comment>instrument</comment>
        <translation>Mundharmonika</translation>
    </message>
    <message>
        <source>Harpsichord</source>
        <comment>instrument</comment>
        <translation>Cembalo</translation>
    </message>
    <message>
        <source>Hear it from the chosen note, the cursor or the selected bars; a double click on the ruler does it too</source>
        <translation>Ab der ausgewählten Note, dem Cursor oder den ausgewählten Takten anhören; ein Doppelklick auf das Lineal tut es auch</translation>
    </message>
    <message>
        <source>Hear it from the first bar</source>
        <translation>Ab dem ersten Takt anhören</translation>
    </message>
    <message>
        <source>Hear it; the tune in the window stays as it is (Space)</source>
        <translation>Anhören; die Melodie im Fenster bleibt, wie sie ist (Leertaste)</translation>
    </message>
    <message>
        <source>Hear the beats (K)</source>
        <translation>Die Schläge hören (K)</translation>
    </message>
    <message>
        <source>Hear the beats, or not</source>
        <translation>Metronom ein- oder ausschalten</translation>
    </message>
    <message>
        <source>Hear the tune (Space)</source>
        <translation>Die Melodie anhören (Leertaste)</translation>
    </message>
    <message>
        <source>Hear the tune, or pause it</source>
        <translation>Die Melodie anhören oder anhalten</translation>
    </message>
    <message>
        <source>Helicopter</source>
        <comment>instrument</comment>
        <translation>Hubschrauber</translation>
    </message>
    <message>
        <source>Here your tune is written down as soon as it has a note</source>
        <translation>Hier steht Ihre Melodie in Noten, sobald sie eine Note hat</translation>
    </message>
    <message>
        <source>Highest note</source>
        <translation>Höchste Note</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Pos1, Ende</translation>
    </message>
    <message>
        <source>Honky-tonk piano</source>
        <comment>instrument</comment>
        <translation>Honky-Tonk-Klavier</translation>
    </message>
    <message>
        <source>How far each note goes to its line; 100 % all the way</source>
        <translation>Wie weit jede Note zu ihrer Linie rückt; 100 %: ganz</translation>
    </message>
    <message>
        <source>How far the model expects its notes, on the whole; fewer bits are likelier</source>
        <translation>Wie sehr das Modell die Noten im Ganzen erwartet; weniger Bit heißt wahrscheinlicher</translation>
    </message>
    <message>
        <source>How late the second of two eighths comes, in parts of an eighth</source>
        <translation>Wie spät die zweite von zwei Achteln kommt, als Anteil einer Achtel</translation>
    </message>
    <message>
        <source>How long a silence ends your phrase</source>
        <translation>Wie lange Stille Ihre Phrase beendet</translation>
    </message>
    <message>
        <source>How long an answer is</source>
        <translation>Wie lang eine Antwort ist</translation>
    </message>
    <message>
        <source>How loud the built-in synth is</source>
        <translation>Wie laut der eingebaute Synthesizer ist</translation>
    </message>
    <message>
        <source>How many of its four-note shapes stood in it before</source>
        <translation>Wie viele seiner Figuren aus vier Noten darin schon vorher vorkamen</translation>
    </message>
    <message>
        <source>How much of a room is heard around the notes; 40 is what the SoundFont asks for</source>
        <translation>Wie viel Raum um die Noten zu hören ist; 40 ist, was der SoundFont vorsieht</translation>
    </message>
    <message>
        <source>How much the new notes have in common with the seed</source>
        <translation>Wie viel die neuen Noten mit dem Anfang gemeinsam haben</translation>
    </message>
    <message>
        <source>How unexpected its least expected note is; one bit more is half as likely</source>
        <translation>Wie unerwartet die am wenigsten erwartete Note ist; ein Bit mehr heißt halb so wahrscheinlich</translation>
    </message>
    <message>
        <source>How what you play is recorded, and quantised</source>
        <translation>Wie aufgenommen und quantisiert wird, was Sie spielen</translation>
    </message>
    <message>
        <source>I&amp;nstrument</source>
        <translation>Ins&amp;trument</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import a seed</source>
        <translation>Anfang importieren</translation>
    </message>
    <message>
        <source>Impossible for the model. Choose another one, and the rest is drawn anew.</source>
        <translation>Für das Modell unmöglich. Eine andere wählen, und der Rest wird neu gezogen.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Irish dances and airs (O&apos;Neill)</source>
        <comment>model</comment>
        <translation>Irische Tänze und Weisen (O&apos;Neill)</translation>
    </message>
    <message>
        <source>It cannot be evaluated ({reason}).</source>
        <translation>Nicht auswertbar ({reason}).</translation>
    </message>
    <message>
        <source>It cannot be read ({reason}).</source>
        <translation>Nicht lesbar ({reason}).</translation>
    </message>
    <message>
        <source>It defines entities of its own, which no score needs.</source>
        <translation>Die Datei definiert eigene Entitäten, die für Noten nicht gebraucht werden.</translation>
    </message>
    <message>
        <source>It does not say which of its members is the score.</source>
        <translation>Die Datei sagt nicht, welcher ihrer Bestandteile die Noten enthält.</translation>
    </message>
    <message>
        <source>It goes no further</source>
        <translation>Weiter geht es nicht</translation>
    </message>
    <message>
        <source>It happened {times:,} times by now.</source>
        <translation>Das ist jetzt {times:,}-mal geschehen.</translation>
    </message>
    <message>
        <source>It has not been opened yet</source>
        <translation>Noch nicht geöffnet</translation>
    </message>
    <message>
        <source>It holds a number too long for a score.</source>
        <translation>Die Datei enthält eine Zahl, die für Noten zu lang ist.</translation>
    </message>
    <message>
        <source>It holds several works; keep each in a file of its own.</source>
        <translation>Die Datei enthält mehrere Werke; speichern Sie jedes in einer eigenen Datei.</translation>
    </message>
    <message>
        <source>It is nested too deeply.</source>
        <translation>Der Inhalt ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>It is no MusicXML score.</source>
        <translation>Die Datei enthält keine Noten in MusicXML.</translation>
    </message>
    <message>
        <source>It is no compressed MusicXML file, or a damaged one.</source>
        <translation>Die Datei ist keine komprimierte MusicXML-Datei oder beschädigt.</translation>
    </message>
    <message>
        <source>It is ordered by time, not by part; save it as score-partwise.</source>
        <translation>Die Datei ist nach Zeit statt nach Stimmen geordnet; speichern Sie sie als score-partwise.</translation>
    </message>
    <message>
        <source>It is packed in a way that is not read; save it anew.</source>
        <translation>Die Datei ist auf eine Art gepackt, die nicht gelesen wird; speichern Sie sie neu.</translation>
    </message>
    <message>
        <source>It takes more memory than there is for one file.</source>
        <translation>Das braucht mehr Speicher, als für eine Datei vorgesehen ist.</translation>
    </message>
    <message>
        <source>It took longer than {seconds:g} seconds.</source>
        <translation>Es hat länger als {seconds:g} Sekunden gedauert.</translation>
    </message>
    <message>
        <source>It unpacks to more than {megabytes} MB.</source>
        <translation>Die Datei ist entpackt größer als {megabytes} MB.</translation>
    </message>
    <message>
        <source>Jazz guitar</source>
        <comment>instrument</comment>
        <translation>Jazzgitarre</translation>
    </message>
    <message>
        <source>Join notes</source>
        <translation>Noten verbinden</translation>
    </message>
    <message>
        <source>Kalimba</source>
        <comment>instrument</comment>
        <translation>Kalimba</translation>
    </message>
    <message>
        <source>Keep</source>
        <comment>verb, a take</comment>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep only what was played last, as the seed of a new tune</source>
        <translation>Nur das zuletzt Gespielte behalten, als Anfang einer neuen Melodie</translation>
    </message>
    <message>
        <source>Keep only what was played last, as the seed of a new tune (Ctrl+Shift+P)</source>
        <translation>Nur das zuletzt Gespielte behalten, als Anfang einer neuen Melodie (Strg+Umschalt+P)</translation>
    </message>
    <message>
        <source>Keep the random seed</source>
        <translation>Zufallszahl behalten</translation>
    </message>
    <message>
        <source>Keep this take whatever is drawn later, also in the project&apos;s file (S)</source>
        <translation>Diesen Take aufheben, was auch später gezogen wird, auch in der Projektdatei (S)</translation>
    </message>
    <message>
        <source>Keep to the scale of the key</source>
        <translation>In der Tonleiter der Tonart bleiben</translation>
    </message>
    <message>
        <source>Key</source>
        <comment>of a tune</comment>
        <translation>Tonart</translation>
    </message>
    <message>
        <source>Keyboard &amp;shortcuts…</source>
        <translation>&amp;Tastenkürzel…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Keys are recorded now</source>
        <translation>Tasten werden jetzt aufgenommen</translation>
    </message>
    <message>
        <source>Knobs change</source>
        <translation>Regler wirken</translation>
    </message>
    <message>
        <source>Knobs change, while it plays</source>
        <translation>Regler wirken, während die Melodie spielt</translation>
    </message>
    <message>
        <source>Knobs that are turned while it plays, answers to what you play, and endless music</source>
        <translation>Regler, die während des Spielens gedreht werden, Antworten auf Ihr Spiel und endlose Musik</translation>
    </message>
    <message>
        <source>Koto</source>
        <comment>instrument</comment>
        <translation>Koto</translation>
    </message>
    <message>
        <source>Lane: how likely it lasts on</source>
        <translation>Spur: wie wahrscheinlich sie weiterklingt</translation>
    </message>
    <message>
        <source>Lane: how likely it lasts on; the mark at its end: its own length</source>
        <translation>Spur: wie wahrscheinlich sie weiterklingt; Marke am Ende: ihr eigener Notenwert</translation>
    </message>
    <message>
        <source>Lane: lasting</source>
        <translation>Spur: Dauer</translation>
    </message>
    <message>
        <source>Larger notes</source>
        <translation>Größere Noten</translation>
    </message>
    <message>
        <source>Larger notes (plus)</source>
        <translation>Größere Noten (Plus)</translation>
    </message>
    <message>
        <source>Latency in seconds</source>
        <translation>Latenz in Sekunden</translation>
    </message>
    <message>
        <source>Latency of recording</source>
        <translation>Latenz der Aufnahme</translation>
    </message>
    <message>
        <source>Lay the chosen notes on the clipboard, as text too</source>
        <translation>Die ausgewählten Noten in die Zwischenablage legen, auch als Text</translation>
    </message>
    <message>
        <source>Leading to the pins: {percent:.0f} %</source>
        <translation>Weg zu den festgehaltenen Noten: {percent:.0f} %</translation>
    </message>
    <message>
        <source>Leave all of it to the next start</source>
        <translation>Alles für den nächsten Start liegen lassen</translation>
    </message>
    <message>
        <source>Leave everything as it is (Esc)</source>
        <translation>Alles lassen, wie es ist (Esc)</translation>
    </message>
    <message>
        <source>Leave it as it is (Esc)</source>
        <translation>Alles lassen, wie es ist (Esc)</translation>
    </message>
    <message>
        <source>Leave out a step of step input</source>
        <translation>Einen Schritt der Schritteingabe auslassen</translation>
    </message>
    <message>
        <source>Leave the latency as it is</source>
        <translation>Die Latenz lassen, wie sie ist</translation>
    </message>
    <message>
        <source>Left and Right go from note to note; Up and Down move what is chosen by a semitone, Alt with Left and Right in time; N draws a note, Delete erases. Page up, Page down, Home and End scroll; plus and minus zoom; 0 shows all. Shift with Left and Right selects bars from the playhead on, Escape nothing.</source>
        <translation>Die Pfeiltasten links und rechts gehen von Note zu Note; auf und ab verschieben Ausgewähltes um einen Halbton, Alt mit links und rechts in der Zeit; N zeichnet eine Note, Entf löscht. Bild aufwärts, Bild abwärts, Pos1 und Ende blättern; Plus und Minus zoomen; 0 zeigt alles. Umschalt mit links und rechts wählt Takte ab der Abspielmarke aus, Esc hebt die Auswahl auf.</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Links, Rechts</translation>
    </message>
    <message>
        <source>Legend of the field</source>
        <translation>Legende des Feldes</translation>
    </message>
    <message>
        <source>Length</source>
        <comment>of a note</comment>
        <translation>Notenwert</translation>
    </message>
    <message>
        <source>Length in bars</source>
        <translation>Länge in Takten</translation>
    </message>
    <message>
        <source>Length of an answer in bars</source>
        <translation>Länge einer Antwort in Takten</translation>
    </message>
    <message>
        <source>Length of the notes added</source>
        <translation>Notenwert der hinzugefügten Noten</translation>
    </message>
    <message>
        <source>Lengths here: {lengths}; {length} stands: {figures}</source>
        <translation>Notenwerte hier: {lengths}; es steht {length}: {figures}</translation>
    </message>
    <message>
        <source>Lengths too</source>
        <translation>Auch Dauern</translation>
    </message>
    <message>
        <source>Let chosen notes begin a step earlier or later</source>
        <translation>Ausgewählte Noten einen Rasterschritt früher oder später beginnen lassen</translation>
    </message>
    <message>
        <source>Let endless music end a phrase every so many bars</source>
        <translation>Endlose Musik jeweils nach so vielen Takten eine Phrase beenden lassen</translation>
    </message>
    <message>
        <source>Let the chosen notes begin a little earlier, whatever the grid</source>
        <translation>Die ausgewählten Noten etwas früher beginnen lassen, unabhängig vom Raster</translation>
    </message>
    <message>
        <source>Let the chosen notes begin a little later, whatever the grid</source>
        <translation>Die ausgewählten Noten etwas später beginnen lassen, unabhängig vom Raster</translation>
    </message>
    <message>
        <source>Let the model go on from the seed (Ctrl+Return)</source>
        <translation>Das Modell den Anfang fortsetzen lassen (Strg+Return)</translation>
    </message>
    <message>
        <source>Letter, octave, and after a slash the length: c4 d4/8 f#4/4. bb3/2 r/4 (3 c4/8 d4 e4)</source>
        <translation>Buchstabe, Oktave und nach einem Schrägstrich der Notenwert: c4 d4/8 f#4/4. bb3/2 r/4 (3 c4/8 d4 e4)</translation>
    </message>
    <message>
        <source>Letters an octave higher</source>
        <translation>Buchstaben eine Oktave höher</translation>
    </message>
    <message>
        <source>Letters an octave lower</source>
        <translation>Buchstaben eine Oktave tiefer</translation>
    </message>
    <message>
        <source>Like the seed</source>
        <translation>Wie der Anfang</translation>
    </message>
    <message>
        <source>Likeliest first</source>
        <translation>Wahrscheinlichste zuerst</translation>
    </message>
    <message>
        <source>Likelihood</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Likely, %</source>
        <translation>Chance, %</translation>
    </message>
    <message>
        <source>Line {line}: {sentence}</source>
        <translation>Zeile {line}: {sentence}</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Zuhören</translation>
    </message>
    <message>
        <source>Listening to the tune…</source>
        <translation>Das Modell hört die Melodie…</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Lo&amp;uder</source>
        <translation>La&amp;uter</translation>
    </message>
    <message>
        <source>Longer or shorter notes</source>
        <translation>Längere oder kürzere Noten</translation>
    </message>
    <message>
        <source>Longest quotation</source>
        <translation>Längstes Zitat</translation>
    </message>
    <message>
        <source>Look up every key, search for what it does, and do it</source>
        <translation>Alle Tasten nachschlagen, nach ihrer Wirkung suchen und sie ausführen</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Loop the selected b&amp;ars</source>
        <translation>A&amp;usgewählte Takte als Schleife</translation>
    </message>
    <message>
        <source>Lowest note</source>
        <translation>Tiefste Note</translation>
    </message>
    <message>
        <source>M&amp;easure…</source>
        <translation>M&amp;essen…</translation>
    </message>
    <message>
        <source>MIDI</source>
        <translation>MIDI</translation>
    </message>
    <message>
        <source>MIDI channel of the tune and of what you play; 10 is for drums</source>
        <translation>MIDI-Kanal der Melodie und dessen, was Sie spielen; 10 ist für Schlagzeug</translation>
    </message>
    <message>
        <source>MIDI input</source>
        <translation>MIDI-Eingang</translation>
    </message>
    <message>
        <source>MIDI note {pitch} is out of range; only 0 to 127 can be played.</source>
        <translation>Die MIDI-Note {pitch} liegt außerhalb des Umfangs; nur 0 bis 127 sind spielbar.</translation>
    </message>
    <message>
        <source>Ma&amp;ke it the seed</source>
        <translation>Zum An&amp;fang machen</translation>
    </message>
    <message>
        <source>Made by {model}, not by the model that is chosen now</source>
        <translation>Von {model} gemacht, nicht vom jetzt gewählten Modell</translation>
    </message>
    <message>
        <source>Make chosen notes shorter or longer by a step of the grid</source>
        <translation>Ausgewählte Noten um einen Rasterschritt kürzen oder verlängern</translation>
    </message>
    <message>
        <source>Make one note of chosen neighbours, or of one note and the next</source>
        <translation>Aus ausgewählten Nachbarn, oder einer Note und der nächsten, eine einzige Note machen</translation>
    </message>
    <message>
        <source>Make the selected bars anew, leading to what follows</source>
        <translation>Die ausgewählten Takte neu machen, sodass sie zum Folgenden hinführen</translation>
    </message>
    <message>
        <source>Make the tune the s&amp;eed</source>
        <translation>&amp;Melodie zum Anfang machen</translation>
    </message>
    <message>
        <source>Make the tune the seed</source>
        <translation>Melodie zum Anfang machen</translation>
    </message>
    <message>
        <source>Make what was &amp;played the seed</source>
        <translation>&amp;Gespieltes zum Anfang machen</translation>
    </message>
    <message>
        <source>Make what was played the seed</source>
        <translation>Gespieltes zum Anfang machen</translation>
    </message>
    <message>
        <source>Mapping of {model}</source>
        <translation>Zuordnung für {model}</translation>
    </message>
    <message>
        <source>Mappings of symbols (*.json)</source>
        <translation>Symbolzuordnungen (*.json)</translation>
    </message>
    <message>
        <source>Marimba</source>
        <comment>instrument</comment>
        <translation>Marimba</translation>
    </message>
    <message>
        <source>Measure how late what you play comes</source>
        <translation>Messen, wie spät Gespieltes ankommt</translation>
    </message>
    <message>
        <source>Measure the latency</source>
        <translation>Latenz messen</translation>
    </message>
    <message>
        <source>Melodic tom</source>
        <comment>instrument</comment>
        <translation>Melodisches Tom</translation>
    </message>
    <message>
        <source>Mend the seed first: what is underlined in red cannot be read</source>
        <translation>Zuerst den Anfang berichtigen: Was rot unterstrichen ist, kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Metallic pad</source>
        <comment>instrument</comment>
        <translation>Metallische Fläche</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>Taktart</translation>
    </message>
    <message>
        <source>Metronome</source>
        <translation>Metronom</translation>
    </message>
    <message>
        <source>Mix what the model makes with what a second one of the same family would make</source>
        <translation>Mischen, was das Modell und was ein zweites derselben Familie machen würde</translation>
    </message>
    <message>
        <source>Mix with</source>
        <translation>Mischen mit</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>More than {most:,} notes are not read.</source>
        <translation>Mehr als {most:,} Noten werden nicht gelesen.</translation>
    </message>
    <message>
        <source>More than {most:,} quarters are not read.</source>
        <translation>Mehr als {most:,} Viertel werden nicht gelesen.</translation>
    </message>
    <message>
        <source>More than {most:,} tunes are not read.</source>
        <translation>Mehr als {most:,} Melodien werden nicht gelesen.</translation>
    </message>
    <message>
        <source>More than {most:,} voices are not read.</source>
        <translation>Mehr als {most:,} Stimmen werden nicht gelesen.</translation>
    </message>
    <message>
        <source>Most original first</source>
        <translation>Eigenständigste zuerst</translation>
    </message>
    <message>
        <source>Most repetition first</source>
        <translation>Meiste Wiederholung zuerst</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Motives</source>
        <translation>Motive</translation>
    </message>
    <message>
        <source>Move chosen notes by a semitone, or else the cursor</source>
        <translation>Ausgewählte Noten, sonst den Cursor, um einen Halbton verschieben</translation>
    </message>
    <message>
        <source>Move chosen notes to the next line of the grid</source>
        <translation>Ausgewählte Noten zur nächsten Rasterlinie verschieben</translation>
    </message>
    <message>
        <source>Move it to an end of the tune</source>
        <translation>Die Abspielmarke an ein Ende der Melodie setzen</translation>
    </message>
    <message>
        <source>Move notes</source>
        <translation>Noten verschieben</translation>
    </message>
    <message>
        <source>Move recorded notes by this time from now on</source>
        <translation>Aufgenommene Noten ab jetzt um diese Zeit verschieben</translation>
    </message>
    <message>
        <source>Move the beginning of the loop</source>
        <translation>Den Beginn der Schleife verschieben</translation>
    </message>
    <message>
        <source>Move the chosen notes down by a semitone</source>
        <translation>Die ausgewählten Noten um einen Halbton nach unten verschieben</translation>
    </message>
    <message>
        <source>Move the chosen notes down by an octave</source>
        <translation>Die ausgewählten Noten um eine Oktave nach unten verschieben</translation>
    </message>
    <message>
        <source>Move the chosen notes to the grid that is chosen for recordings</source>
        <translation>Die ausgewählten Noten in das Raster rücken, das für Aufnahmen gewählt ist</translation>
    </message>
    <message>
        <source>Move the chosen notes to the next ones of the scale</source>
        <translation>Die ausgewählten Noten auf die nächsthöheren der Tonleiter verschieben</translation>
    </message>
    <message>
        <source>Move the chosen notes to the ones below in the scale</source>
        <translation>Die ausgewählten Noten auf die nächsttieferen der Tonleiter verschieben</translation>
    </message>
    <message>
        <source>Move the chosen notes up by a semitone</source>
        <translation>Die ausgewählten Noten um einen Halbton nach oben verschieben</translation>
    </message>
    <message>
        <source>Move the chosen notes up by an octave</source>
        <translation>Die ausgewählten Noten um eine Oktave nach oben verschieben</translation>
    </message>
    <message>
        <source>Move the cursor alone</source>
        <translation>Nur den Cursor bewegen</translation>
    </message>
    <message>
        <source>Move the end of the loop; without one, loop at the playhead</source>
        <translation>Das Ende der Schleife verschieben; ohne Schleife eine an der Abspielmarke anlegen</translation>
    </message>
    <message>
        <source>Move the letters an octave down or up</source>
        <translation>Die Buchstaben eine Oktave tiefer oder höher legen</translation>
    </message>
    <message>
        <source>Move the letters an octave down; so does the key at the right of P</source>
        <translation>Die Buchstaben eine Oktave tiefer legen; auch mit der Taste rechts vom P</translation>
    </message>
    <message>
        <source>Move the letters an octave up; so does the second key at the right of P</source>
        <translation>Die Buchstaben eine Oktave höher legen; auch mit der zweiten Taste rechts vom P</translation>
    </message>
    <message>
        <source>Move the playhead to the next beat, or bar where beats have no room</source>
        <translation>Die Abspielmarke zum nächsten Schlag setzen oder, wo Schläge keinen Platz haben, zum nächsten Takt</translation>
    </message>
    <message>
        <source>Move the whole loop</source>
        <translation>Die ganze Schleife verschieben</translation>
    </message>
    <message>
        <source>Move them by an octave</source>
        <translation>Ausgewählte Noten, sonst den Cursor, um eine Oktave verschieben</translation>
    </message>
    <message>
        <source>Move what was played to a grid, and see it before it is taken</source>
        <translation>Gespieltes in ein Raster rücken und vor dem Übernehmen ansehen</translation>
    </message>
    <message>
        <source>Move what was played to a grid, and see it before you take it (Ctrl+U)</source>
        <translation>Gespieltes in ein Raster rücken und vor dem Übernehmen ansehen (Strg+U)</translation>
    </message>
    <message>
        <source>Moving MIDI note {pitch} by {semitones} semitones leaves the range {lowest} to {highest}; use notes nearer to the middle.</source>
        <translation>Um {semitones} Halbtöne verschoben verlässt die MIDI-Note {pitch} den Umfang {lowest} bis {highest}; verwenden Sie Noten näher an der Mitte.</translation>
    </message>
    <message>
        <source>Music and projects ({patterns})</source>
        <translation>Musik und Projekte ({patterns})</translation>
    </message>
    <message>
        <source>Music box</source>
        <comment>instrument</comment>
        <translation>Spieluhr</translation>
    </message>
    <message>
        <source>MusicXML</source>
        <translation>MusicXML</translation>
    </message>
    <message>
        <source>MusicXML names no notes below C0; move the tune up, or write MIDI.</source>
        <translation>MusicXML kennt keine Noten unter C0; verschieben Sie die Melodie nach oben, oder schreiben Sie MIDI.</translation>
    </message>
    <message>
        <source>MusicXML, compressed</source>
        <translation>MusicXML, gepackt</translation>
    </message>
    <message>
        <source>Muted electric guitar</source>
        <comment>instrument</comment>
        <translation>E-Gitarre (gedämpft)</translation>
    </message>
    <message>
        <source>Muted trumpet</source>
        <comment>instrument</comment>
        <translation>Gedämpfte Trompete</translation>
    </message>
    <message>
        <source>N, Insert</source>
        <translation>N, Einfg</translation>
    </message>
    <message>
        <source>New age pad</source>
        <comment>instrument</comment>
        <translation>New-Age-Fläche</translation>
    </message>
    <message>
        <source>New notes are not higher, such as c5; &apos;{any}&apos; asks for nothing</source>
        <translation>Neue Noten sind nicht höher als diese, etwa c5; „{any}“ verlangt nichts</translation>
    </message>
    <message>
        <source>New notes are not lower, such as c4; &apos;{any}&apos; asks for nothing</source>
        <translation>Neue Noten sind nicht tiefer als diese, etwa c4; „{any}“ verlangt nichts</translation>
    </message>
    <message>
        <source>No accidentals but, in minor, the raised sixth and seventh</source>
        <translation>Keine Versetzungszeichen außer, in Moll, denen der erhöhten sechsten und siebten Stufe</translation>
    </message>
    <message>
        <source>No desktop can start &apos;{program}&apos;, as there is an equals sign in its path; move the program to another folder.</source>
        <translation>Kein Desktop kann „{program}“ starten, da im Pfad ein Gleichheitszeichen steht; das Programm in einen anderen Ordner verschieben.</translation>
    </message>
    <message>
        <source>No file was opened or saved yet</source>
        <translation>Noch wurde keine Datei geöffnet oder gespeichert</translation>
    </message>
    <message>
        <source>No longer run of notes stands in a song of the training, in any key; in brackets are songs that have a part of it, as far as they are known</source>
        <translation>Keine längere Notenfolge steht in einem Lied des Trainings, gleich in welcher Tonart; in Klammern Lieder, die einen Teil davon enthalten, soweit sie bekannt sind</translation>
    </message>
    <message>
        <source>No model is open</source>
        <translation>Kein Modell ist geöffnet</translation>
    </message>
    <message>
        <source>No note is short enough for the gap behind {place}, {ticks} ticks before what is pinned or the end; close the gap or widen it.</source>
        <translation>Keine Note ist kurz genug für die Lücke nach {place}, {ticks} Ticks vor der nächsten festgehaltenen Note oder dem Schluss; schließen Sie die Lücke oder erweitern Sie sie.</translation>
    </message>
    <message>
        <source>No note sounds in {place}, so there is nothing to split there.</source>
        <translation>In {place} klingt keine Note, also gibt es dort nichts zu teilen.</translation>
    </message>
    <message>
        <source>No notes yet</source>
        <translation>Noch keine Noten</translation>
    </message>
    <message>
        <source>No output</source>
        <translation>Kein Ausgang</translation>
    </message>
    <message>
        <source>No output is open, so nothing can sound; choose an output first.</source>
        <translation>Kein Ausgang ist offen, also kann nichts klingen; wählen Sie zuerst einen Ausgang.</translation>
    </message>
    <message>
        <source>No output matches &apos;{text}&apos;, for there is none: connect a MIDI device, or install FluidSynth and a SoundFont (on Debian and Ubuntu: apt install {packages}).</source>
        <translation>Kein Ausgang passt zu „{text}“, denn es gibt keinen: Schließen Sie ein MIDI-Gerät an, oder installieren Sie FluidSynth und einen SoundFont (unter Debian und Ubuntu: apt install {packages}).</translation>
    </message>
    <message>
        <source>No output matches &apos;{text}&apos;; there are: {outputs}.</source>
        <translation>Kein Ausgang passt zu „{text}“; vorhanden sind: {outputs}.</translation>
    </message>
    <message numerus="yes">
        <source>No song could be read in {folders}, {n} files. Most often: {reason}</source>
        <comment>No song could be read in {folders}, one file. Most often: {reason}</comment>
        <translation>
            <numerusform>In {folders} war kein Lied lesbar (eine Datei). Am häufigsten: {reason}</numerusform>
            <numerusform>In {folders} war kein Lied lesbar ({n} Dateien). Am häufigsten: {reason}</numerusform>
        </translation>
    </message>
    <message>
        <source>No song to validate with has durations that the others have; add songs.</source>
        <translation>Kein Lied zum Validieren hat nur Notenwerte, die auch die anderen haben; nehmen Sie Lieder hinzu.</translation>
    </message>
    <message>
        <source>No unsaved work of an earlier start is waiting</source>
        <translation>Von früheren Starts liegt keine ungespeicherte Arbeit vor</translation>
    </message>
    <message>
        <source>Nobody has measured how well it knows other songs</source>
        <translation>Wie gut es andere Lieder kennt, hat niemand gemessen</translation>
    </message>
    <message>
        <source>Nobody knows by which model take {number} of &apos;{path}&apos; was made.</source>
        <translation>Von welchem Modell der Take {number} aus „{path}“ gemacht wurde, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>None of these songs can be evaluated ({reason}); name other ones.</source>
        <translation>Keines dieser Lieder lässt sich auswerten ({reason}); nennen Sie andere.</translation>
    </message>
    <message>
        <source>None of these songs can be evaluated; name other ones.</source>
        <translation>Keines dieser Lieder lässt sich auswerten; nennen Sie andere.</translation>
    </message>
    <message>
        <source>Note</source>
        <comment>of a tune</comment>
        <translation>Note</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Noten</translation>
    </message>
    <message>
        <source>Nothing can be drawn now: wait for the model, and mend the seed if it is underlined.</source>
        <translation>Jetzt kann nichts gezogen werden: Warten Sie auf das Modell, und berichtigen Sie den Anfang, falls er unterstrichen ist.</translation>
    </message>
    <message>
        <source>Nothing in the selection can be drawn anew; select a bar of the tune.</source>
        <translation>In der Auswahl lässt sich nichts neu ziehen; wählen Sie einen Takt der Melodie aus.</translation>
    </message>
    <message>
        <source>Nothing is being generated</source>
        <translation>Es wird nichts erzeugt</translation>
    </message>
    <message>
        <source>Nothing is called so. Try another word, such as &apos;take&apos;, &apos;zoom&apos; or &apos;octave&apos;.</source>
        <translation>So heißt nichts. Versuchen Sie ein anderes Wort, etwa „Take“, „vergrößern“ oder „Oktave“.</translation>
    </message>
    <message>
        <source>Nothing measured yet.</source>
        <translation>Noch nichts gemessen.</translation>
    </message>
    <message>
        <source>Nothing was taken back</source>
        <translation>Es wurde nichts rückgängig gemacht</translation>
    </message>
    <message>
        <source>Now bar {bar} of take {take} stands in the tune.</source>
        <translation>Takt {bar} von Take {take} steht jetzt in der Melodie.</translation>
    </message>
    <message>
        <source>Now bars {first} to {last} of take {take} stand in the tune.</source>
        <translation>Die Takte {first} bis {last} von Take {take} stehen jetzt in der Melodie.</translation>
    </message>
    <message>
        <source>Number of takes</source>
        <translation>Anzahl der Takes</translation>
    </message>
    <message>
        <source>Numbers the tunes: &apos;generate --random-seed&apos; repeats this one</source>
        <translation>Nummer der Melodie: „generate --random-seed“ wiederholt diese</translation>
    </message>
    <message>
        <source>Nylon guitar</source>
        <comment>instrument</comment>
        <translation>Konzertgitarre</translation>
    </message>
    <message>
        <source>O&amp;rder</source>
        <translation>Reihenfol&amp;ge</translation>
    </message>
    <message>
        <source>O&amp;utput</source>
        <translation>A&amp;usgang</translation>
    </message>
    <message numerus="yes">
        <source>O&apos;Neill&apos;s Music of Ireland (1850 melodies, Chicago 1903), ABC edition that music21 ships, after Ryan&apos;s Mammoth Collection</source>
        <comment>model</comment>
        <translation>
            <numerusform>O&apos;Neill&apos;s Music of Ireland (1850 Melodien, Chicago 1903), ABC-Ausgabe aus music21, im Anschluss an Ryan&apos;s Mammoth Collection</numerusform>
            <numerusform>O&apos;Neill&apos;s Music of Ireland (1850 Melodien, Chicago 1903), ABC-Ausgabe aus music21, im Anschluss an Ryan&apos;s Mammoth Collection</numerusform>
        </translation>
    </message>
    <message>
        <source>Oboe</source>
        <comment>instrument</comment>
        <translation>Oboe</translation>
    </message>
    <message>
        <source>Ocarina</source>
        <comment>instrument</comment>
        <translation>Okarina</translation>
    </message>
    <message>
        <source>Of the chosen notes; the others stay, but for what comes to lie under them.</source>
        <translation>Gilt für die ausgewählten Noten; die anderen bleiben, soweit sie nicht verdeckt werden.</translation>
    </message>
    <message>
        <source>Of the notes of the tune as they are; the last recording was changed since.</source>
        <translation>Gilt für die Noten der Melodie, wie sie sind; die letzte Aufnahme wurde inzwischen geändert.</translation>
    </message>
    <message>
        <source>Of the recording as it was played, which is kept: quantise it again as you like.</source>
        <translation>Gilt für die Aufnahme, wie sie gespielt wurde; sie bleibt erhalten und lässt sich beliebig oft neu quantisieren.</translation>
    </message>
    <message numerus="yes">
        <source>Of {notes:,} notes {n:,} are the top line: where several sound, the highest.</source>
        <comment>Of {notes:,} notes {n:,} is the top line: where several sound, the highest.</comment>
        <translation>
            <numerusform>Von {notes:,} Noten ist {n:,} die Oberstimme: wo mehrere klingen, die höchste.</numerusform>
            <numerusform>Von {notes:,} Noten sind {n:,} die Oberstimme: wo mehrere klingen, die höchste.</numerusform>
        </translation>
    </message>
    <message>
        <source>Off</source>
        <comment>grid</comment>
        <translation>Aus</translation>
    </message>
    <message>
        <source>On its ruler</source>
        <translation>Auf ihrem Lineal</translation>
    </message>
    <message>
        <source>On the piano</source>
        <translation>Auf dem Klavier</translation>
    </message>
    <message>
        <source>On the piano roll</source>
        <translation>In der Pianorolle</translation>
    </message>
    <message>
        <source>On the takes board</source>
        <translation>Bei den Takes</translation>
    </message>
    <message>
        <source>On the tonic</source>
        <translation>Auf dem Grundton</translation>
    </message>
    <message>
        <source>On-screen piano, key {key}</source>
        <translation>Bildschirmklavier, Taste {key}</translation>
    </message>
    <message>
        <source>Only the desktops of Linux learn of a program in this way</source>
        <translation>Nur die Desktops von Linux erfahren auf diese Weise von einem Programm</translation>
    </message>
    <message>
        <source>Only tunes of up to {minutes:g} minutes can be written as sound.</source>
        <translation>Als Klang lassen sich nur Melodien bis zu {minutes:g} Minuten speichern.</translation>
    </message>
    <message numerus="yes">
        <source>Only {n} of the {asked} takes asked for differ enough to be kept; a higher temperature brings more variety.</source>
        <comment>Only {n} of the {asked} takes asked for differs enough to be kept; a higher temperature brings more variety.</comment>
        <translation>
            <numerusform>Nur {n} der {asked} gewünschten Takes unterscheidet sich genug, um behalten zu werden; eine höhere Temperatur bringt mehr Abwechslung.</numerusform>
            <numerusform>Nur {n} der {asked} gewünschten Takes unterscheiden sich genug, um behalten zu werden; eine höhere Temperatur bringt mehr Abwechslung.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <comment>a file</comment>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open &amp;model…</source>
        <translation>Mo&amp;dell öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>Ein Modell öffnen</translation>
    </message>
    <message>
        <source>Open a model first</source>
        <translation>Zuerst ein Modell öffnen</translation>
    </message>
    <message>
        <source>Open a project, or a MusicXML, ABC, MIDI, kern or text file</source>
        <translation>Ein Projekt oder eine MusicXML-, ABC-, MIDI-, Kern- oder Textdatei öffnen</translation>
    </message>
    <message>
        <source>Open all of it as a tune of its own (Return)</source>
        <translation>Alles als eigene Melodie öffnen (Eingabe)</translation>
    </message>
    <message>
        <source>Open it as before the last save</source>
        <translation>So öffnen, wie es vor dem letzten Speichern war</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>Modell öffnen</translation>
    </message>
    <message>
        <source>Open the &amp;folder of the log</source>
        <translation>&amp;Ordner des Protokolls öffnen</translation>
    </message>
    <message>
        <source>Open, on another degree</source>
        <translation>Offen, auf anderer Stufe</translation>
    </message>
    <message>
        <source>Opened {file}.</source>
        <translation>{file} geöffnet.</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet…</translation>
    </message>
    <message>
        <source>Orchestra hit</source>
        <comment>instrument</comment>
        <translation>Orchesterschlag</translation>
    </message>
    <message>
        <source>Orchestral harp</source>
        <comment>instrument</comment>
        <translation>Konzertharfe</translation>
    </message>
    <message>
        <source>Order of the takes</source>
        <translation>Reihenfolge der Takes</translation>
    </message>
    <message>
        <source>Origin</source>
        <comment>of a note</comment>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Other machines at the output keep time with Cantilena</source>
        <translation>Andere Geräte am Ausgang halten den Takt mit Cantilena</translation>
    </message>
    <message>
        <source>Other programs can send to Cantilena, and hear it, by a port of its own</source>
        <translation>Über einen eigenen Port können andere Programme an Cantilena senden und es hören</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Overdriven guitar</source>
        <comment>instrument</comment>
        <translation>Übersteuerte Gitarre</translation>
    </message>
    <message>
        <source>Own port, for other programs</source>
        <translation>Eigener Port, für andere Programme</translation>
    </message>
    <message>
        <source>P&amp;aste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Page</source>
        <comment>of a score</comment>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Page up, Page down</source>
        <translation>Bild aufwärts, Bild abwärts</translation>
    </message>
    <message>
        <source>Pan flute</source>
        <comment>instrument</comment>
        <translation>Panflöte</translation>
    </message>
    <message>
        <source>Part {n}</source>
        <translation>Stimme {n}</translation>
    </message>
    <message>
        <source>Paste notes</source>
        <translation>Noten einfügen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause here (Space)</source>
        <translation>Hier anhalten (Leertaste)</translation>
    </message>
    <message>
        <source>Pe&amp;ncil</source>
        <translation>Sti&amp;ft</translation>
    </message>
    <message>
        <source>Pencil</source>
        <translation>Stift</translation>
    </message>
    <message>
        <source>Percussive organ</source>
        <comment>instrument</comment>
        <translation>Perkussive Orgel</translation>
    </message>
    <message>
        <source>Phrase length in bars</source>
        <translation>Phrasenlänge in Takten</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>Phrasen</translation>
    </message>
    <message>
        <source>Phrases of so many bars, the first one from the beginning of the tune</source>
        <translation>Phrasen von so vielen Takten, die erste ab dem Beginn der Melodie</translation>
    </message>
    <message>
        <source>Piano roll as a picture</source>
        <translation>Pianorolle als Bild</translation>
    </message>
    <message>
        <source>Piano roll, {counts}</source>
        <translation>Pianorolle, {counts}</translation>
    </message>
    <message>
        <source>Piccolo</source>
        <comment>instrument</comment>
        <translation>Piccoloflöte</translation>
    </message>
    <message>
        <source>Picked electric bass</source>
        <comment>instrument</comment>
        <translation>E-Bass (Plektrum)</translation>
    </message>
    <message>
        <source>Pin a note</source>
        <translation>Note festhalten</translation>
    </message>
    <message>
        <source>Pin r&amp;hythm</source>
        <translation>Rh&amp;ythmus fest</translation>
    </message>
    <message>
        <source>Pitch</source>
        <comment>of a note</comment>
        <translation>Tonhöhe</translation>
    </message>
    <message>
        <source>Pizzicato strings</source>
        <comment>instrument</comment>
        <translation>Pizzicato-Streicher</translation>
    </message>
    <message>
        <source>Pla&amp;y</source>
        <translation>&amp;Wiedergabe</translation>
    </message>
    <message>
        <source>Place</source>
        <comment>of a note</comment>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Play &amp;with letters</source>
        <translation>Mit &amp;Buchstaben spielen</translation>
    </message>
    <message>
        <source>Play a stretch again and again (L); drag on the bar numbers to choose it</source>
        <translation>Einen Abschnitt immer wieder spielen (L); über die Taktzahlen ziehen, um ihn zu wählen</translation>
    </message>
    <message>
        <source>Play a stretch again and again, or straight on</source>
        <translation>Einen Abschnitt immer wieder spielen oder normal weiterspielen</translation>
    </message>
    <message>
        <source>Play along with at least {n} beats first</source>
        <translation>Zuerst mindestens {n} Schläge mitspielen</translation>
    </message>
    <message>
        <source>Play from &amp;here</source>
        <translation>Von &amp;hier abspielen</translation>
    </message>
    <message>
        <source>Play from the &amp;beginning</source>
        <translation>Von &amp;vorn abspielen</translation>
    </message>
    <message>
        <source>Play or type a phrase first</source>
        <translation>Zuerst eine Phrase spielen oder eingeben</translation>
    </message>
    <message>
        <source>Play the chosen notes louder</source>
        <translation>Die ausgewählten Noten lauter spielen</translation>
    </message>
    <message>
        <source>Play the chosen notes softer</source>
        <translation>Die ausgewählten Noten leiser spielen</translation>
    </message>
    <message>
        <source>Play the key that is chosen</source>
        <translation>Die gewählte Taste spielen</translation>
    </message>
    <message>
        <source>Play the piano with the letters of the computer&apos;s keyboard, or type again</source>
        <translation>Das Klavier mit den Buchstaben der Computertastatur spielen oder wieder tippen</translation>
    </message>
    <message>
        <source>Play the selected bars again and again, or the bar of the playhead</source>
        <translation>Die ausgewählten Takte immer wieder spielen oder den Takt der Abspielmarke</translation>
    </message>
    <message>
        <source>Play under the mouse</source>
        <translation>Unter der Maus spielen</translation>
    </message>
    <message>
        <source>Play with letters</source>
        <translation>Mit Buchstaben spielen</translation>
    </message>
    <message>
        <source>Play with the SoundFont that is installed on this system</source>
        <translation>Mit dem SoundFont spielen, der auf diesem System installiert ist</translation>
    </message>
    <message>
        <source>Po&amp;inter</source>
        <translation>&amp;Zeiger</translation>
    </message>
    <message>
        <source>Pointer</source>
        <translation>Zeiger</translation>
    </message>
    <message>
        <source>Polysynth pad</source>
        <comment>instrument</comment>
        <translation>Polysynth-Fläche</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Programs that came to a sudden end had not saved &amp;this:</source>
        <translation>&amp;Dies war nicht gespeichert, als ein Programm plötzlich endete:</translation>
    </message>
    <message>
        <source>Put notes from the clipboard, or typed ones, at the cursor or the playhead; files and texts of ABC, kern or MusicXML are shown first</source>
        <translation>Noten aus der Zwischenablage, auch getippte, am Cursor oder an der Abspielmarke einfügen; Dateien und Texte in ABC, kern oder MusicXML werden erst gezeigt</translation>
    </message>
    <message>
        <source>Put notes from the clipboard, or typed ones, at this place; files and texts of ABC, kern or MusicXML are shown first</source>
        <translation>Noten aus der Zwischenablage, auch getippte, an dieser Stelle einfügen; Dateien und Texte in ABC, kern oder MusicXML werden erst gezeigt</translation>
    </message>
    <message>
        <source>Put the chosen notes behind themselves once more</source>
        <translation>Die ausgewählten Noten noch einmal hinter sich selbst setzen</translation>
    </message>
    <message>
        <source>Put the selected bars of A or B, whichever is not the tune, into it</source>
        <translation>Die ausgewählten Takte von A oder B, je nachdem, welcher Take nicht die Melodie ist, in diese setzen</translation>
    </message>
    <message>
        <source>Q to P</source>
        <translation>Q bis P</translation>
    </message>
    <message>
        <source>Quantise</source>
        <translation>Quantisieren</translation>
    </message>
    <message>
        <source>Quantise notes</source>
        <translation>Noten quantisieren</translation>
    </message>
    <message>
        <source>Quarter</source>
        <comment>length of a note</comment>
        <translation>Viertel</translation>
    </message>
    <message>
        <source>Quarter notes in a minute</source>
        <translation>Viertel in der Minute</translation>
    </message>
    <message numerus="yes">
        <source>Quarter notes in a minute at the beginning; {n:,} changes of tempo follow, and all get faster or slower in proportion</source>
        <comment>Quarter notes in a minute at the beginning; {n:,} change of tempo follows, and all get faster or slower in proportion</comment>
        <translation>
            <numerusform>Viertelnoten in der Minute am Anfang; {n:,} Tempoänderung folgt, und alle Tempi werden im selben Verhältnis schneller oder langsamer</numerusform>
            <numerusform>Viertelnoten in der Minute am Anfang; {n:,} Tempoänderungen folgen, und alle Tempi werden im selben Verhältnis schneller oder langsamer</numerusform>
        </translation>
    </message>
    <message>
        <source>Quotations</source>
        <translation>Zitate</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Zitate</translation>
    </message>
    <message>
        <source>Rain</source>
        <comment>instrument</comment>
        <translation>Regen</translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation>Zufallszahl</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>Range</source>
        <comment>of a take</comment>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>Range</source>
        <comment>wish</comment>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>Re&amp;cord</source>
        <translation>&amp;Aufnehmen</translation>
    </message>
    <message>
        <source>Re&amp;st</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Reading it took longer than {seconds:g} seconds.</source>
        <translation>Das Lesen hat länger als {seconds:g} Sekunden gedauert.</translation>
    </message>
    <message>
        <source>Reading the notes…</source>
        <translation>Die Noten werden gelesen…</translation>
    </message>
    <message>
        <source>Reading this tune…</source>
        <translation>Diese Melodie wird gelesen …</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>{file} wird gelesen…</translation>
    </message>
    <message>
        <source>Record</source>
        <comment>title of the group of recording</comment>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Record</source>
        <comment>step to undo</comment>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Record something first</source>
        <translation>Zuerst etwas aufnehmen</translation>
    </message>
    <message>
        <source>Record what is played, or end the recording</source>
        <translation>Aufnehmen, was gespielt wird, oder die Aufnahme beenden</translation>
    </message>
    <message>
        <source>Record what you play, and answer in time whenever you pause; begins with your first note</source>
        <translation>Aufnehmen, was Sie spielen, und bei jedem Innehalten im Takt antworten; beginnt mit Ihrer ersten Note</translation>
    </message>
    <message>
        <source>Record what you play, from the playhead on (Ctrl+Shift+R)</source>
        <translation>Aufnehmen, was Sie spielen, ab der Abspielmarke (Strg+Umschalt+R)</translation>
    </message>
    <message>
        <source>Recorded notes are moved so much earlier</source>
        <translation>Um so viel werden aufgenommene Noten früher gesetzt</translation>
    </message>
    <message numerus="yes">
        <source>Recorded: {n} notes</source>
        <comment>Recorded: {n} note</comment>
        <translation>
            <numerusform>Aufgenommen: {n} Note</numerusform>
            <numerusform>Aufgenommen: {n} Noten</numerusform>
        </translation>
    </message>
    <message>
        <source>Recorder</source>
        <comment>instrument</comment>
        <translation>Blockflöte</translation>
    </message>
    <message>
        <source>Recording</source>
        <comment>what goes on now</comment>
        <translation>Aufnahme läuft</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Recording begins with the first note that you play</source>
        <translation>Die Aufnahme beginnt mit der ersten Note, die Sie spielen</translation>
    </message>
    <message>
        <source>Recording; press to end it, what you played is kept (Ctrl+Shift+R)</source>
        <translation>Aufnahme läuft; drücken, um sie zu beenden, Gespieltes bleibt erhalten (Strg+Umschalt+R)</translation>
    </message>
    <message>
        <source>Recording; stop it</source>
        <translation>Aufnahme läuft; beenden</translation>
    </message>
    <message>
        <source>Recordings go to no grid now: choose one in the panel Record, or use Edit, Quantise…</source>
        <translation>Für Aufnahmen ist kein Raster gewählt: Wählen Sie eines im Bereich „Aufnahme“, oder nehmen Sie Bearbeiten, Quantisieren…</translation>
    </message>
    <message>
        <source>Reed organ</source>
        <comment>instrument</comment>
        <translation>Harmonium</translation>
    </message>
    <message>
        <source>Remove all notes of the tune</source>
        <translation>Alle Noten der Melodie entfernen</translation>
    </message>
    <message>
        <source>Remove from the &amp;desktop&apos;s menu</source>
        <translation>Aus dem Menü des &amp;Desktops entfernen</translation>
    </message>
    <message>
        <source>Remove this unsaved work for good?</source>
        <translation>Diese ungespeicherte Arbeit endgültig löschen?</translation>
    </message>
    <message>
        <source>Remove this work for good</source>
        <translation>Diese Arbeit endgültig löschen</translation>
    </message>
    <message>
        <source>Repetition</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>Rest</source>
        <comment>in place of a note</comment>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Restore or throw away what earlier starts had not saved</source>
        <translation>Wiederherstellen oder verwerfen, was frühere Starts nicht gespeichert hatten</translation>
    </message>
    <message>
        <source>Restored, and not saved yet.</source>
        <translation>Wiederhergestellt, und noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Wird wiederhergestellt…</translation>
    </message>
    <message>
        <source>Return</source>
        <comment>shortcut</comment>
        <translation>Return</translation>
    </message>
    <message>
        <source>Return does what is chosen.</source>
        <translation>Die Eingabetaste führt aus, was ausgewählt ist.</translation>
    </message>
    <message>
        <source>Reverb</source>
        <translation>Hall</translation>
    </message>
    <message>
        <source>Reverse cymbal</source>
        <comment>instrument</comment>
        <translation>Becken rückwärts</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>Rhythmus</translation>
    </message>
    <message>
        <source>Rhythm temperature</source>
        <translation>Rhythmustemperatur</translation>
    </message>
    <message>
        <source>Rock organ</source>
        <comment>instrument</comment>
        <translation>Rockorgel</translation>
    </message>
    <message>
        <source>Ruler, playhead in {place}</source>
        <translation>Lineal, Abspielmarke in {place}</translation>
    </message>
    <message>
        <source>Ruler, playhead in {place}, loop from {begin} to {end}</source>
        <translation>Lineal, Abspielmarke in {place}, Schleife von {begin} bis {end}</translation>
    </message>
    <message>
        <source>Ruler, playhead in {place}, loop from {begin} to {end}, switched off</source>
        <translation>Lineal, Abspielmarke in {place}, Schleife von {begin} bis {end}, ausgeschaltet</translation>
    </message>
    <message numerus="yes">
        <source>Ryan&apos;s Mammoth Collection (1050 reels and jigs, Boston 1883), ABC edition that music21 ships, after O&apos;Neill&apos;s Music of Ireland</source>
        <comment>model</comment>
        <translation>
            <numerusform>Ryan&apos;s Mammoth Collection (1050 Reels und Jigs, Boston 1883), ABC-Ausgabe aus music21, im Anschluss an O&apos;Neill&apos;s Music of Ireland</numerusform>
            <numerusform>Ryan&apos;s Mammoth Collection (1050 Reels und Jigs, Boston 1883), ABC-Ausgabe aus music21, im Anschluss an O&apos;Neill&apos;s Music of Ireland</numerusform>
        </translation>
    </message>
    <message>
        <source>S</source>
        <comment>shortcut</comment>
        <translation>S</translation>
    </message>
    <message>
        <source>S&amp;core</source>
        <translation>Noten&amp;bild</translation>
    </message>
    <message>
        <source>S&amp;econds on the ruler</source>
        <translation>S&amp;ekunden auf dem Lineal</translation>
    </message>
    <message>
        <source>S&amp;ilence everything</source>
        <translation>Alle Noten aus (&amp;Panik)</translation>
    </message>
    <message>
        <source>S&amp;plit</source>
        <translation>T&amp;eilen</translation>
    </message>
    <message>
        <source>Save</source>
        <comment>a file</comment>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Save the changes to {name}?</source>
        <translation>Änderungen an „{name}“ speichern?</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Das Projekt speichern</translation>
    </message>
    <message>
        <source>Save the project under another name</source>
        <translation>Das Projekt unter einem anderen Namen speichern</translation>
    </message>
    <message>
        <source>Saved to {path}.</source>
        <translation>Unter {path} gespeichert.</translation>
    </message>
    <message>
        <source>Sawtooth lead</source>
        <comment>instrument</comment>
        <translation>Sägezahn-Lead</translation>
    </message>
    <message>
        <source>Scale &amp;degrees</source>
        <translation>Tonleiterst&amp;ufen</translation>
    </message>
    <message>
        <source>Sci-fi</source>
        <comment>instrument</comment>
        <translation>Science-Fiction</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Notenbild</translation>
    </message>
    <message>
        <source>Score as a picture</source>
        <translation>Noten als Bild</translation>
    </message>
    <message>
        <source>Score as one drawing</source>
        <translation>Noten als eine Zeichnung</translation>
    </message>
    <message>
        <source>Score on pages to print</source>
        <translation>Noten auf Seiten zum Drucken</translation>
    </message>
    <message>
        <source>Score, {counts}</source>
        <translation>Notenbild, {counts}</translation>
    </message>
    <message>
        <source>Score: the new page is being drawn …</source>
        <translation>Notenbild: Die neue Seite wird gezeichnet …</translation>
    </message>
    <message>
        <source>Scroll by a screen</source>
        <translation>Um eine Bildschirmbreite blättern</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search for what to do, or for a key</source>
        <translation>Nach einer Funktion oder einer Taste suchen</translation>
    </message>
    <message>
        <source>Search the shortcuts</source>
        <translation>Tastenkürzel durchsuchen</translation>
    </message>
    <message>
        <source>Search the titles</source>
        <translation>Titel durchsuchen</translation>
    </message>
    <message>
        <source>Seashore</source>
        <comment>instrument</comment>
        <translation>Meeresrauschen</translation>
    </message>
    <message>
        <source>Second model</source>
        <translation>Zweites Modell</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>Seed notes</source>
        <translation>Noten des Anfangs</translation>
    </message>
    <message>
        <source>Select bars first: drag over the bar numbers with Shift held</source>
        <translation>Zuerst Takte auswählen: mit gedrückter Umschalttaste über die Taktzahlen ziehen</translation>
    </message>
    <message>
        <source>Select bars first: drag over them with Shift held</source>
        <translation>Zuerst Takte auswählen: mit gedrückter Umschalttaste darüberziehen</translation>
    </message>
    <message>
        <source>Select bars from the playhead on</source>
        <translation>Takte ab der Abspielmarke auswählen</translation>
    </message>
    <message>
        <source>Set length to {bars} bars</source>
        <translation>Länge auf {bars} Takte setzen</translation>
    </message>
    <message>
        <source>Several outputs match &apos;{text}&apos;; name one of them in full: {outputs}.</source>
        <translation>Mehrere Ausgänge passen zu „{text}“; nennen Sie einen davon vollständig: {outputs}.</translation>
    </message>
    <message>
        <source>Shakuhachi</source>
        <comment>instrument</comment>
        <translation>Shakuhachi</translation>
    </message>
    <message>
        <source>Shamisen</source>
        <comment>instrument</comment>
        <translation>Shamisen</translation>
    </message>
    <message>
        <source>Shanai</source>
        <comment>instrument</comment>
        <translation>Shanai</translation>
    </message>
    <message>
        <source>Share of the second model</source>
        <translation>Anteil des zweiten Modells</translation>
    </message>
    <message>
        <source>Share of the takes that is drawn</source>
        <translation>Gezogener Anteil der Takes</translation>
    </message>
    <message>
        <source>Shift+Alt+Left, Right</source>
        <translation>Umschalt+Alt+Links, Rechts</translation>
    </message>
    <message>
        <source>Shift+Left, Right</source>
        <translation>Umschalt+Links, Rechts</translation>
    </message>
    <message>
        <source>Shift+Up, Down</source>
        <translation>Umschalt+Hoch, Herunter</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Show all of these files with a picture of the tune</source>
        <translation>Alle diese Dateien mit einem Bild der Melodie zeigen</translation>
    </message>
    <message>
        <source>Show behind the notes how likely each pitch was, or hide it</source>
        <translation>Hinter den Noten zeigen, wie wahrscheinlich jede Tonhöhe war, oder es ausblenden</translation>
    </message>
    <message>
        <source>Show fewer bars, larger</source>
        <translation>Weniger Takte zeigen, größer</translation>
    </message>
    <message>
        <source>Show fewer or more bars; with Alt higher or lower rows</source>
        <translation>Weniger oder mehr Takte zeigen; mit Alt höhere oder niedrigere Zeilen</translation>
    </message>
    <message>
        <source>Show it…</source>
        <translation>Zeigen…</translation>
    </message>
    <message>
        <source>Show more bars, smaller</source>
        <translation>Mehr Takte zeigen, kleiner</translation>
    </message>
    <message>
        <source>Show or hide the on-screen piano</source>
        <translation>Das Bildschirmklavier ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show or hide the tune as engraved music</source>
        <translation>Die Melodie als Notenbild ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show the takes and go there, or hide them</source>
        <translation>Die Takes zeigen und dorthin wechseln oder sie ausblenden</translation>
    </message>
    <message>
        <source>Show the whole tune</source>
        <translation>Die ganze Melodie zeigen</translation>
    </message>
    <message>
        <source>Show under the roll how loud each note is, and draw there, or hide it</source>
        <translation>Unter der Pianorolle zeigen, wie laut jede Note ist, und dort zeichnen, oder es ausblenden</translation>
    </message>
    <message>
        <source>Show where the log of all such errors is</source>
        <translation>Zeigen, wo das Protokoll aller solchen Fehler liegt</translation>
    </message>
    <message>
        <source>Silence everything</source>
        <translation>Alle Noten aus (Panik)</translation>
    </message>
    <message>
        <source>Silence everything at once, also notes that hang in other instruments</source>
        <translation>Sofort alles verstummen lassen, auch hängende Noten in anderen Instrumenten</translation>
    </message>
    <message>
        <source>Silence everything at once, also notes that hang in other instruments (Ctrl+Shift+X)</source>
        <translation>Sofort alles verstummen lassen, auch hängende Noten in anderen Instrumenten (Strg+Umschalt+X)</translation>
    </message>
    <message>
        <source>Silence that ends a phrase</source>
        <translation>Stille, die eine Phrase beendet</translation>
    </message>
    <message>
        <source>Sitar</source>
        <comment>instrument</comment>
        <translation>Sitar</translation>
    </message>
    <message>
        <source>Sixteenth</source>
        <comment>length of a note</comment>
        <translation>Sechzehntel</translation>
    </message>
    <message>
        <source>Slap bass 1</source>
        <comment>instrument</comment>
        <translation>Slap-Bass 1</translation>
    </message>
    <message>
        <source>Slap bass 2</source>
        <comment>instrument</comment>
        <translation>Slap-Bass 2</translation>
    </message>
    <message>
        <source>Smaller notes</source>
        <translation>Kleinere Noten</translation>
    </message>
    <message>
        <source>Smaller notes (minus)</source>
        <translation>Kleinere Noten (Minus)</translation>
    </message>
    <message>
        <source>So long a note does not fit in before the end; choose a shorter one.</source>
        <translation>Eine so lange Note passt nicht mehr vor den Schluss; wählen Sie eine kürzere.</translation>
    </message>
    <message>
        <source>So many tunes are drawn at once, to choose from at the right</source>
        <translation>So viele Melodien auf einmal ziehen, rechts zur Auswahl</translation>
    </message>
    <message>
        <source>So&amp;fter</source>
        <translation>Le&amp;iser</translation>
    </message>
    <message>
        <source>Some settings are the defaults again, as &apos;{path}&apos; has what cannot be understood: {entries}.</source>
        <translation>Einige Einstellungen haben wieder ihre Standardwerte, denn in „{path}“ ist nicht alles verständlich: {entries}.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong ({what}).</source>
        <translation>Ein unerwarteter Fehler ist aufgetreten ({what}).</translation>
    </message>
    <message>
        <source>Something unexpected went wrong ({what}); the details are in &apos;{file}&apos;.</source>
        <translation>Ein unerwarteter Fehler ist aufgetreten ({what}); Einzelheiten stehen in „{file}“.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong again ({what}).</source>
        <translation>Wieder ist ein unerwarteter Fehler aufgetreten ({what}).</translation>
    </message>
    <message>
        <source>Something unexpected went wrong.</source>
        <translation>Ein unerwarteter Fehler ist aufgetreten.</translation>
    </message>
    <message>
        <source>Soprano sax</source>
        <comment>instrument</comment>
        <translation>Sopransaxophon</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Klang</translation>
    </message>
    <message>
        <source>Sound files (*.wav *.flac)</source>
        <translation>Klangdateien (*.wav *.flac)</translation>
    </message>
    <message>
        <source>Sound files need the package soundfile with its libsndfile; install it (pip install soundfile), or write a MIDI file instead.</source>
        <translation>Klangdateien brauchen das Paket soundfile mit seiner Bibliothek libsndfile; installieren Sie es (pip install soundfile), oder schreiben Sie stattdessen eine MIDI-Datei.</translation>
    </message>
    <message>
        <source>SoundFont</source>
        <translation>SoundFont</translation>
    </message>
    <message>
        <source>SoundFonts (*.sf2 *.sf3 *.SF2 *.SF3)</source>
        <translation>SoundFonts (*.sf2 *.sf3 *.SF2 *.SF3)</translation>
    </message>
    <message>
        <source>Soundtrack</source>
        <comment>instrument</comment>
        <translation>Soundtrack</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>shortcut</comment>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Split a note</source>
        <translation>Note teilen</translation>
    </message>
    <message>
        <source>Square lead</source>
        <comment>instrument</comment>
        <translation>Rechteck-Lead</translation>
    </message>
    <message>
        <source>Sta&amp;r the take</source>
        <translation>Take &amp;markieren</translation>
    </message>
    <message>
        <source>Star</source>
        <comment>verb, a take</comment>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Star the take, or take its star away</source>
        <translation>Den Take mit einem Stern markieren oder den Stern entfernen</translation>
    </message>
    <message>
        <source>Star the take, so that it stays whatever is drawn</source>
        <translation>Den Take mit einem Stern markieren, damit er bleibt, was auch gezogen wird</translation>
    </message>
    <message>
        <source>Start the program from the desktop&apos;s menu, and open projects by a double click</source>
        <translation>Das Programm aus dem Menü des Desktops starten und Projekte mit einem Doppelklick öffnen</translation>
    </message>
    <message>
        <source>Steel drums</source>
        <comment>instrument</comment>
        <translation>Steeldrums</translation>
    </message>
    <message>
        <source>Steel guitar</source>
        <comment>instrument</comment>
        <translation>Westerngitarre</translation>
    </message>
    <message>
        <source>Step &amp;input</source>
        <translation>&amp;Schritteingabe</translation>
    </message>
    <message>
        <source>Step input</source>
        <translation>Schritteingabe</translation>
    </message>
    <message>
        <source>Step input is on: keys write notes at the playhead</source>
        <translation>Die Schritteingabe ist an: Tasten schreiben Noten an der Abspielmarke</translation>
    </message>
    <message>
        <source>Step: &amp;back</source>
        <translation>Schritt: &amp;zurück</translation>
    </message>
    <message>
        <source>Step: a rest</source>
        <translation>Schritt: Pause</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop, and go back to where it began</source>
        <translation>Stoppen und dorthin zurückgehen, wo die Wiedergabe begann</translation>
    </message>
    <message>
        <source>Stop, and go back to where it began (Shift+Space)</source>
        <translation>Stoppen und dorthin zurückgehen, wo die Wiedergabe begann (Umschalt+Leertaste)</translation>
    </message>
    <message>
        <source>Stop, and keep the notes made so far</source>
        <translation>Stoppen und die bisherigen Noten behalten</translation>
    </message>
    <message>
        <source>Stop, and keep the notes made so far (Ctrl+.)</source>
        <translation>Stoppen und die bisherigen Noten behalten (Strg+.)</translation>
    </message>
    <message>
        <source>Stop, and keep what is drawn of each take (Ctrl+.)</source>
        <translation>Stoppen und behalten, was von jedem Take gezogen ist (Strg+.)</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Strength of quantising</source>
        <translation>Stärke der Quantisierung</translation>
    </message>
    <message>
        <source>String ensemble 1</source>
        <comment>instrument</comment>
        <translation>Streicher 1</translation>
    </message>
    <message>
        <source>String ensemble 2</source>
        <comment>instrument</comment>
        <translation>Streicher 2</translation>
    </message>
    <message>
        <source>Strip</source>
        <comment>of a score</comment>
        <translation>Streifen</translation>
    </message>
    <message>
        <source>Surprise</source>
        <translation>Überraschung</translation>
    </message>
    <message>
        <source>Surprise</source>
        <comment>of a note</comment>
        <translation>Überraschung</translation>
    </message>
    <message>
        <source>Surprise, bits</source>
        <translation>Überraschung, Bit</translation>
    </message>
    <message>
        <source>Sweep pad</source>
        <comment>instrument</comment>
        <translation>Sweep-Fläche</translation>
    </message>
    <message>
        <source>Swing</source>
        <translation>Swing</translation>
    </message>
    <message>
        <source>Switch step input on first</source>
        <translation>Zuerst die Schritteingabe einschalten</translation>
    </message>
    <message>
        <source>Synth bass 1</source>
        <comment>instrument</comment>
        <translation>Synth-Bass 1</translation>
    </message>
    <message>
        <source>Synth bass 2</source>
        <comment>instrument</comment>
        <translation>Synth-Bass 2</translation>
    </message>
    <message>
        <source>Synth brass 1</source>
        <comment>instrument</comment>
        <translation>Synth-Blech 1</translation>
    </message>
    <message>
        <source>Synth brass 2</source>
        <comment>instrument</comment>
        <translation>Synth-Blech 2</translation>
    </message>
    <message>
        <source>Synth choir</source>
        <comment>instrument</comment>
        <translation>Synth-Chor</translation>
    </message>
    <message>
        <source>Synth drum</source>
        <comment>instrument</comment>
        <translation>Synth-Trommel</translation>
    </message>
    <message>
        <source>Synth strings 1</source>
        <comment>instrument</comment>
        <translation>Synth-Streicher 1</translation>
    </message>
    <message>
        <source>Synth strings 2</source>
        <comment>instrument</comment>
        <translation>Synth-Streicher 2</translation>
    </message>
    <message>
        <source>Taiko drum</source>
        <comment>instrument</comment>
        <translation>Taiko</translation>
    </message>
    <message>
        <source>Take a pin away</source>
        <translation>Note nicht mehr festhalten</translation>
    </message>
    <message>
        <source>Take all notes for your own, and type on behind them</source>
        <translation>Alle Noten als eigene übernehmen und dahinter weiterschreiben</translation>
    </message>
    <message>
        <source>Take back a step of step input</source>
        <translation>Einen Schritt der Schritteingabe zurücknehmen</translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation>Die letzte Änderung rückgängig machen</translation>
    </message>
    <message>
        <source>Take bars of a take</source>
        <translation>Takte eines Takes übernehmen</translation>
    </message>
    <message>
        <source>Take it into the tune as a step of its own (Return)</source>
        <translation>Als eigenen Arbeitsschritt in die Melodie übernehmen (Return)</translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation>Von der Liste nehmen</translation>
    </message>
    <message>
        <source>Take the chosen notes away</source>
        <translation>Die ausgewählten Noten entfernen</translation>
    </message>
    <message>
        <source>Take the chosen notes away, and keep them on the clipboard</source>
        <translation>Die ausgewählten Noten entfernen und in der Zwischenablage behalten</translation>
    </message>
    <message>
        <source>Take the selected &amp;bars of the other take</source>
        <translation>Aus&amp;gewählte Takte des anderen Takes übernehmen</translation>
    </message>
    <message>
        <source>Take the take that is shown as a step of its own</source>
        <translation>Den gezeigten Take als eigenen Arbeitsschritt übernehmen</translation>
    </message>
    <message>
        <source>Take this file off the list; it stays where it is (Delete)</source>
        <translation>Diese Datei von der Liste nehmen; sie selbst bleibt, wo sie ist (Entf)</translation>
    </message>
    <message>
        <source>Take {number}, starred, {line}</source>
        <translation>Take {number}, markiert, {line}</translation>
    </message>
    <message>
        <source>Take {number}, {line}</source>
        <translation>Take {number}, {line}</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Takes</translation>
    </message>
    <message>
        <source>Takes are tunes from the same seed, each by another throw of the dice.

Hear one under the mouse, choose one with a click or with 1 to 9, compare two with X, drag single bars into the tune or a whole take into another program, and star what shall stay.</source>
        <translation>Takes sind Melodien aus demselben Anfang, jede neu gewürfelt.

Hören Sie einen unter der Maus, wählen Sie einen mit einem Klick oder mit 1 bis 9, vergleichen Sie zwei mit X, ziehen Sie einzelne Takte in die Melodie oder einen ganzen Take in ein anderes Programm, und markieren Sie mit einem Stern, was bleiben soll.</translation>
    </message>
    <message>
        <source>Tango accordion</source>
        <comment>instrument</comment>
        <translation>Bandoneon</translation>
    </message>
    <message>
        <source>Tap</source>
        <translation>Tap</translation>
    </message>
    <message>
        <source>Tap the beat for a tempo</source>
        <translation>Im Takt klopfen, um das Tempo zu bestimmen</translation>
    </message>
    <message>
        <source>Tap the beat here, or with T, for a tempo</source>
        <translation>Hier oder mit T im Takt klopfen, um das Tempo zu bestimmen</translation>
    </message>
    <message>
        <source>Tap the t&amp;empo</source>
        <translation>Tempo &amp;klopfen</translation>
    </message>
    <message>
        <source>Tap the tempo</source>
        <translation>Tempo klopfen</translation>
    </message>
    <message>
        <source>Telephone ring</source>
        <comment>instrument</comment>
        <translation>Telefonklingeln</translation>
    </message>
    <message>
        <source>Tem&amp;perature</source>
        <translation>&amp;Temperatur</translation>
    </message>
    <message>
        <source>Temp&amp;o</source>
        <translation>Temp&amp;o</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Temperature, as a slider</source>
        <translation>Temperatur, als Schieberegler</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Tenor sax</source>
        <comment>instrument</comment>
        <translation>Tenorsaxophon</translation>
    </message>
    <message>
        <source>That of the system</source>
        <translation>Die des Systems</translation>
    </message>
    <message>
        <source>The MIDI instrument that you play on</source>
        <translation>Das MIDI-Instrument, auf dem Sie spielen</translation>
    </message>
    <message>
        <source>The arrow keys move the playhead, with Shift the end of the loop, with Alt the loop, with both its beginning; Home and End go to the ends of the tune.</source>
        <translation>Die Pfeiltasten verschieben die Abspielmarke, mit Umschalt das Ende der Schleife, mit Alt die Schleife, mit beiden ihren Beginn; Pos1 und Ende gehen an die Enden der Melodie.</translation>
    </message>
    <message>
        <source>The built-in synth found no audio device to play on; connect one or start the sound server (PipeWire, PulseAudio or JACK), or choose a MIDI port.</source>
        <translation>Der eingebaute Synthesizer findet kein Audiogerät zum Spielen; schließen Sie eines an, starten Sie den Audioserver (PipeWire, PulseAudio oder JACK), oder wählen Sie einen MIDI-Port.</translation>
    </message>
    <message>
        <source>The built-in synth is not installed: install FluidSynth and a SoundFont (on Debian and Ubuntu: apt install {packages}); outputs now: {outputs}.</source>
        <translation>Der eingebaute Synthesizer ist nicht installiert: Installieren Sie FluidSynth und einen SoundFont (unter Debian und Ubuntu: apt install {packages}); Ausgänge derzeit: {outputs}.</translation>
    </message>
    <message>
        <source>The built-in synth needs FluidSynth; install it (Debian and Ubuntu: apt install libfluidsynth3, macOS: brew install fluid-synth, Windows: choco install fluidsynth).</source>
        <translation>Der eingebaute Synthesizer braucht FluidSynth; installieren Sie es (Debian und Ubuntu: apt install libfluidsynth3, macOS: brew install fluid-synth, Windows: choco install fluidsynth).</translation>
    </message>
    <message>
        <source>The built-in synth needs a SoundFont; install one (Debian and Ubuntu: apt install timgm6mb-soundfont), or name a .sf2 file in the environment variable {variable}.</source>
        <translation>Der eingebaute Synthesizer braucht einen SoundFont; installieren Sie einen (Debian und Ubuntu: apt install timgm6mb-soundfont), oder nennen Sie eine .sf2-Datei in der Umgebungsvariablen {variable}.</translation>
    </message>
    <message>
        <source>The cache &apos;{path}&apos; is damaged; all files are read anew.</source>
        <translation>Der Zwischenspeicher „{path}“ ist beschädigt; alle Dateien werden neu gelesen.</translation>
    </message>
    <message>
        <source>The clock of the other machine stopped coming, so the music stopped; start it there again, or turn off following it in the sound settings.</source>
        <translation>Die MIDI-Clock des anderen Geräts blieb aus, deshalb hielt die Musik an; starten Sie sie dort wieder, oder schalten Sie das Folgen in den Klangeinstellungen aus.</translation>
    </message>
    <message>
        <source>The desktop has Cantilena in its menu after the next login, as {tools} could not be run. Written to {folder}: {names}.</source>
        <translation>Cantilena steht nach der nächsten Anmeldung im Menü des Desktops, da {tools} nicht ausgeführt werden konnte. In {folder} geschrieben: {names}.</translation>
    </message>
    <message>
        <source>The desktop has Cantilena in its menu, and opens projects with it. Written to {folder}: {names}.</source>
        <translation>Cantilena steht im Menü des Desktops und öffnet seine Projekte. In {folder} geschrieben: {names}.</translation>
    </message>
    <message>
        <source>The ends of the notes go to the grid too; off: every note keeps its length</source>
        <translation>Auch die Enden der Noten in das Raster rücken; aus: Jede Note behält ihre Dauer</translation>
    </message>
    <message>
        <source>The file name &apos;{name}…&apos; is too long; choose a shorter one.</source>
        <translation>Der Dateiname „{name}…“ ist zu lang; wählen Sie einen kürzeren.</translation>
    </message>
    <message>
        <source>The file says how the tune was made; its model and its settings come along.</source>
        <translation>Die Datei sagt, wie die Melodie entstand; Modell und Einstellungen kommen mit.</translation>
    </message>
    <message>
        <source>The first {most:,} tempi of the file are taken.</source>
        <translation>Von den Tempi der Datei werden die ersten {most:,} übernommen.</translation>
    </message>
    <message>
        <source>The grid {grid} with strength {strength:g} is no way to quantise; choose a grid of the list and a strength from 0 to 1.</source>
        <translation>Das Raster {grid} mit der Stärke {strength:g} taugt nicht zum Quantisieren; wählen Sie ein Raster der Liste und eine Stärke von 0 bis 1.</translation>
    </message>
    <message>
        <source>The input &apos;{port}&apos; cannot be opened ({refusal}); another program may use it.</source>
        <translation>Der Eingang „{port}“ lässt sich nicht öffnen ({refusal}); vielleicht benutzt ihn ein anderes Programm.</translation>
    </message>
    <message>
        <source>The input &apos;{port}&apos; is gone; connect it again.</source>
        <translation>Der Eingang „{port}“ ist nicht mehr da; verbinden Sie ihn wieder.</translation>
    </message>
    <message>
        <source>The installed SoundFont is in use already</source>
        <translation>Der installierte SoundFont wird schon verwendet</translation>
    </message>
    <message>
        <source>The left and right arrow keys choose the note before or behind, with Shift too; plus and minus zoom; up, down, Page up and Page down scroll.</source>
        <translation>Die Pfeiltasten links und rechts wählen die Note davor oder dahinter, auch mit Umschalt; Plus und Minus zoomen; auf, ab, Bild aufwärts und Bild abwärts blättern.</translation>
    </message>
    <message>
        <source>The letters of the computer&apos;s keyboard play the piano, and do nothing else (Ctrl+T)</source>
        <translation>Die Buchstaben der Computertastatur spielen das Klavier und tun sonst nichts (Strg+T)</translation>
    </message>
    <message>
        <source>The lines to which notes go</source>
        <translation>Die Linien, zu denen Noten rücken</translation>
    </message>
    <message>
        <source>The log is in &apos;{folder}&apos;.</source>
        <translation>Das Protokoll liegt in „{folder}“.</translation>
    </message>
    <message>
        <source>The loudest places of &apos;{path}&apos; are cut off; choose a lower volume.</source>
        <translation>Die lautesten Stellen von „{path}“ sind übersteuert; wählen Sie eine geringere Lautstärke.</translation>
    </message>
    <message>
        <source>The lower row of letters, while the piano is played with them</source>
        <translation>Die untere Buchstabenreihe, solange das Klavier damit gespielt wird</translation>
    </message>
    <message>
        <source>The lowest note (MIDI {lowest}) lies above the highest one (MIDI {highest}); exchange them.</source>
        <translation>Die tiefste Note (MIDI {lowest}) liegt über der höchsten (MIDI {highest}); vertauschen Sie die beiden.</translation>
    </message>
    <message>
        <source>The model &apos;{title}&apos; is named without its hash.</source>
        <translation>Das Modell „{title}“ ist ohne seinen Hash genannt.</translation>
    </message>
    <message>
        <source>The model does not know &apos;{note}&apos; and hears &apos;{nearest}&apos;; {remarks}</source>
        <translation>Das Modell kennt „{note}“ nicht und hört „{nearest}“; {remarks}</translation>
    </message>
    <message>
        <source>The model does not know {pitch} (MIDI {number}); it hears {heard} instead.</source>
        <translation>Das Modell kennt {pitch} (MIDI {number}) nicht; es hört stattdessen {heard}.</translation>
    </message>
    <message>
        <source>The model has no index of its songs, so quotations are not limited.</source>
        <translation>Das Modell hat kein Verzeichnis seiner Lieder, daher sind Zitate nicht begrenzt.</translation>
    </message>
    <message>
        <source>The model hears &apos;{note}&apos; on the nearest sixteenth; {remarks}</source>
        <translation>Das Modell hört „{note}“ auf der nächstliegenden Sechzehntel; {remarks}</translation>
    </message>
    <message>
        <source>The model holds what stands in {place} for impossible, so nothing leads to it.</source>
        <translation>Das Modell hält für unmöglich, was in {place} steht, also führt nichts dorthin.</translation>
    </message>
    <message>
        <source>The model {model} made this tune or takes of it, and another one has its name by now: what is drawn from here on comes from that.</source>
        <translation>Das Modell {model} hat diese Melodie oder Takes davon gemacht, und seinen Namen hat inzwischen ein anderes: Was von nun an gezogen wird, kommt von diesem.</translation>
    </message>
    <message>
        <source>The model {model} that made this tune is not here: what is drawn from here on comes from the chosen one.</source>
        <translation>Das Modell {model}, das diese Melodie gemacht hat, ist nicht da: Was von nun an gezogen wird, kommt vom gewählten.</translation>
    </message>
    <message>
        <source>The name of &apos;{path}&apos; is not readable; rename the file.</source>
        <translation>Der Name von „{path}“ ist nicht lesbar; benennen Sie die Datei um.</translation>
    </message>
    <message>
        <source>The note after the tie is missing; write it again, or no ~.</source>
        <translation>Die Note nach dem Haltebogen fehlt; schreiben Sie sie noch einmal, oder lassen Sie ~ weg.</translation>
    </message>
    <message>
        <source>The note that the tune ends on</source>
        <translation>Die Note, auf der die Melodie endet</translation>
    </message>
    <message>
        <source>The notes are as large as they get</source>
        <translation>Größer können die Noten nicht werden</translation>
    </message>
    <message>
        <source>The notes are as small as they get</source>
        <translation>Kleiner können die Noten nicht werden</translation>
    </message>
    <message>
        <source>The notes lie on the grid already</source>
        <translation>Die Noten liegen schon im Raster</translation>
    </message>
    <message>
        <source>The notes of the seed stay as they are anyway</source>
        <translation>Die Noten des Anfangs bleiben ohnehin, wie sie sind</translation>
    </message>
    <message>
        <source>The notes on the clipboard cannot be read: {reason}.</source>
        <translation>Die Noten in der Zwischenablage lassen sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>The other take comes with bar {bar}; X once more calls it off.</source>
        <translation>Der andere Take kommt mit Takt {bar}; noch einmal X nimmt es zurück.</translation>
    </message>
    <message>
        <source>The output &apos;{port}&apos; cannot be opened ({refusal}); another program may use it.</source>
        <translation>Der Ausgang „{port}“ lässt sich nicht öffnen ({refusal}); vielleicht benutzt ihn ein anderes Programm.</translation>
    </message>
    <message>
        <source>The output &apos;{port}&apos; is gone: the JACK server has stopped.</source>
        <translation>Der Ausgang „{port}“ ist nicht mehr da: Der JACK-Server läuft nicht mehr.</translation>
    </message>
    <message>
        <source>The output &apos;{port}&apos; is gone; choose another, or connect it again.</source>
        <translation>Der Ausgang „{port}“ ist nicht mehr da; wählen Sie einen anderen, oder verbinden Sie ihn wieder.</translation>
    </message>
    <message>
        <source>The output &apos;{port}&apos; takes no more notes ({error}).</source>
        <translation>Der Ausgang „{port}“ nimmt keine Noten mehr an ({error}).</translation>
    </message>
    <message>
        <source>The pin in {place} goes beyond the end of the tune; ask for more bars or leave it out.</source>
        <translation>Die festgehaltene Note in {place} reicht über den Schluss der Melodie hinaus; verlangen Sie mehr Takte, oder lassen Sie die Note weg.</translation>
    </message>
    <message>
        <source>The pin in {place} lasts into the one in {other}; shorten it.</source>
        <translation>Die festgehaltene Note in {place} reicht in die in {other} hinein; kürzen Sie sie.</translation>
    </message>
    <message>
        <source>The pin in {place} lies among notes that stay as they are; pin one behind them.</source>
        <translation>Die festgehaltene Note in {place} liegt zwischen Noten, die bleiben, wie sie sind; halten Sie eine dahinter fest.</translation>
    </message>
    <message>
        <source>The pinned {pitch} in {place} is not in the scale of {key}; allow other notes or pin another one.</source>
        <translation>Die festgehaltene Note {pitch} in {place} gehört nicht zur Tonleiter von {key}; erlauben Sie andere Noten, oder halten Sie eine andere fest.</translation>
    </message>
    <message>
        <source>The pinned {pitch} in {place} lies outside the range; widen it or pin another note.</source>
        <translation>Die festgehaltene Note {pitch} in {place} liegt außerhalb des Umfangs; erweitern Sie ihn, oder halten Sie eine andere Note fest.</translation>
    </message>
    <message>
        <source>The process that draws the score ended; change the tune, or show the score again, to retry.</source>
        <translation>Der Prozess, der das Notenbild zeichnet, ist beendet; um es noch einmal zu versuchen, ändern Sie die Melodie, oder blenden Sie das Notenbild neu ein.</translation>
    </message>
    <message>
        <source>The process that read it said why not in no way that can be read.</source>
        <translation>Der Prozess, der gelesen hat, gab den Grund nicht in lesbarer Form an.</translation>
    </message>
    <message>
        <source>The process that read it sent what is no tune.</source>
        <translation>Der Prozess, der gelesen hat, hat etwas geschickt, das keine Melodie ist.</translation>
    </message>
    <message>
        <source>The process that read it was killed.</source>
        <translation>Der Prozess, der gelesen hat, wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The program came to a sudden end the last time.</source>
        <translation>Das Programm ist beim letzten Mal plötzlich abgebrochen.</translation>
    </message>
    <message>
        <source>The program lies in a folder whose name is no proper text, and no desktop could find it there; move it to another folder.</source>
        <translation>Das Programm liegt in einem Ordner, dessen Name kein richtiger Text ist, und kein Desktop fände es dort; es in einen anderen Ordner verschieben.</translation>
    </message>
    <message>
        <source>The project takes {size:.1f} MB, and no more than {limit} MB could be opened again; unstar some of its takes.</source>
        <translation>Das Projekt hat {size:.1f} MB, und mehr als {limit} MB könnten nicht wieder geöffnet werden; entfernen Sie die Markierung einiger Takes.</translation>
    </message>
    <message>
        <source>The range has no tonic ({tonic}), so the ending asked for is left out.</source>
        <translation>Im Umfang liegt kein Grundton ({tonic}), daher entfällt der gewünschte Schluss.</translation>
    </message>
    <message>
        <source>The range has nothing but the tonic ({tonic}), so the ending asked for is left out.</source>
        <translation>Im Umfang liegt nur der Grundton ({tonic}), daher entfällt der gewünschte Schluss.</translation>
    </message>
    <message>
        <source>The same number gives the same tune; press to take a new one each time</source>
        <translation>Dieselbe Zahl ergibt dieselbe Melodie; drücken, um jedes Mal eine neue zu nehmen</translation>
    </message>
    <message>
        <source>The score cannot be drawn: the engraver does not take it.</source>
        <translation>Das Notenbild lässt sich nicht zeichnen: Das Notensatzprogramm nimmt es nicht an.</translation>
    </message>
    <message>
        <source>The score cannot be drawn: the engraver wrote it in an unknown form.</source>
        <translation>Das Notenbild lässt sich nicht zeichnen: Das Notensatzprogramm liefert es in einer unbekannten Form.</translation>
    </message>
    <message>
        <source>The score does not fit on one drawing; write MusicXML instead.</source>
        <translation>Das Notenbild passt nicht auf eine Zeichnung; schreiben Sie stattdessen MusicXML.</translation>
    </message>
    <message>
        <source>The score in lines, as long as there is room</source>
        <translation>Die Noten in Zeilen, so lang der Platz reicht</translation>
    </message>
    <message>
        <source>The score in one line, without end</source>
        <translation>Die Noten in einer einzigen Zeile ohne Ende</translation>
    </message>
    <message>
        <source>The score is too long for one picture; write PDF instead.</source>
        <translation>Die Noten sind zu lang für ein Bild; schreiben Sie stattdessen PDF.</translation>
    </message>
    <message>
        <source>The score needs Verovio ({reason}); &apos;make run&apos; installs it.</source>
        <translation>Das Notenbild braucht Verovio ({reason}); „make run“ installiert es.</translation>
    </message>
    <message>
        <source>The score shows tunes of up to {most:,} notes, and this one has {notes:,}; the piano roll shows them all.</source>
        <translation>Das Notenbild zeigt Melodien mit bis zu {most:,} Noten, diese hat {notes:,}; die Pianorolle zeigt alle.</translation>
    </message>
    <message>
        <source>The screen &apos;{name}&apos; named in DISPLAY cannot be reached; start a desktop session, set DISPLAY to a running one, or use a command such as &apos;generate&apos; (see --help).</source>
        <translation>Der Bildschirm „{name}“, den DISPLAY nennt, ist nicht erreichbar; starten Sie eine Desktop-Sitzung, setzen Sie DISPLAY auf eine laufende, oder nehmen Sie einen Befehl wie „generate“ (siehe --help).</translation>
    </message>
    <message>
        <source>The seed has no notes: the model begins the tune itself.</source>
        <translation>Der Anfang hat keine Noten: Das Modell beginnt die Melodie selbst.</translation>
    </message>
    <message>
        <source>The seed is empty already</source>
        <translation>Der Anfang ist schon leer</translation>
    </message>
    <message>
        <source>The seed is now from {file}.</source>
        <translation>Der Anfang ist jetzt aus {file}.</translation>
    </message>
    <message>
        <source>The seed is {seed} long and the tune shall be {whole} long in all; ask for {needed} bars or more, or shorten the seed.</source>
        <translation>Der Anfang ist {seed} lang, und die Melodie soll insgesamt {whole} lang sein; verlangen Sie mindestens {needed} Takte, oder kürzen Sie den Anfang.</translation>
    </message>
    <message>
        <source>The seed is {seed} long and the tune shall be {whole} long in all; shorten the seed.</source>
        <translation>Der Anfang ist {seed} lang, und die Melodie soll insgesamt {whole} lang sein; kürzen Sie den Anfang.</translation>
    </message>
    <message>
        <source>The settings are the defaults again, &apos;{path}&apos; was no use: {sentence}</source>
        <translation>Es gelten wieder die Standardeinstellungen, die Datei „{path}“ war unbrauchbar: {sentence}</translation>
    </message>
    <message>
        <source>The settings cannot be kept in &apos;{folder}&apos;: {reason}.</source>
        <translation>Die Einstellungen lassen sich nicht in „{folder}“ speichern: {reason}.</translation>
    </message>
    <message>
        <source>The settings cannot be kept: {why}</source>
        <translation>Die Einstellungen lassen sich nicht speichern: {why}</translation>
    </message>
    <message>
        <source>The songs are too many to keep; the next time all files are read anew.</source>
        <translation>Es sind zu viele Lieder zum Zwischenspeichern; beim nächsten Mal werden alle Dateien neu gelesen.</translation>
    </message>
    <message>
        <source>The songs cannot be kept for the next time: {reason}</source>
        <translation>Die Lieder lassen sich nicht für das nächste Mal zwischenspeichern: {reason}</translation>
    </message>
    <message>
        <source>The sound player did not answer any more and was started anew; press Play again.</source>
        <translation>Die Klangwiedergabe reagierte nicht mehr und wurde neu gestartet; drücken Sie noch einmal „Wiedergabe“.</translation>
    </message>
    <message>
        <source>The sound player had stopped unexpectedly and was started anew; press Play again.</source>
        <translation>Die Klangwiedergabe war unerwartet beendet und wurde neu gestartet; drücken Sie noch einmal „Wiedergabe“.</translation>
    </message>
    <message>
        <source>The sound player keeps failing and stays off; choose another output, or restart the program.</source>
        <translation>Die Klangwiedergabe fällt immer wieder aus und bleibt aus; wählen Sie einen anderen Ausgang, oder starten Sie das Programm neu.</translation>
    </message>
    <message>
        <source>The split file &apos;{path}&apos; cannot be read: {reason}.</source>
        <translation>Die Aufteilungsdatei „{path}“ ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>The split file &apos;{path}&apos; has no &apos;songs&apos;; name a split file that has.</source>
        <translation>Die Aufteilungsdatei „{path}“ hat keinen Eintrag „songs“; nennen Sie eine, die ihn hat.</translation>
    </message>
    <message>
        <source>The split file &apos;{path}&apos; is not JSON; name one that is.</source>
        <translation>Die Aufteilungsdatei „{path}“ ist kein JSON; nennen Sie eine, die es ist.</translation>
    </message>
    <message>
        <source>The split file &apos;{path}&apos; must give &apos;{song}&apos; a family number, then one of {parts}, then true or false.</source>
        <translation>Die Aufteilungsdatei „{path}“ muss „{song}“ eine Familiennummer geben, dann eines von {parts}, dann true oder false.</translation>
    </message>
    <message>
        <source>The stronger a cell, the likelier its pitch was there: the figures are percent. A note turns to another colour, and the gauge at its left edge rises, the more it surprises: one bit for each halving of its chance. The lane below shows for how long it was likely to last.</source>
        <translation>Je kräftiger eine Zelle, desto wahrscheinlicher war dort ihre Tonhöhe: Die Zahlen sind Prozent. Je mehr eine Note überrascht, desto mehr wechselt sie die Farbe, und desto höher steht der Pegel an ihrem linken Rand: ein Bit für jede Halbierung ihrer Wahrscheinlichkeit. Die Spur darunter zeigt, wie lange sie wahrscheinlich dauern würde.</translation>
    </message>
    <message>
        <source>The text on the clipboard is longer than {most:,} letters; copy a part of it.</source>
        <translation>Der Text in der Zwischenablage ist länger als {most:,} Zeichen; kopieren Sie einen Teil davon.</translation>
    </message>
    <message>
        <source>The text on the clipboard is no notes. {sentence}</source>
        <translation>Der Text in der Zwischenablage besteht nicht aus Noten. {sentence}</translation>
    </message>
    <message>
        <source>The text on the clipboard is too long for one tune; copy a part of it.</source>
        <translation>Der Text in der Zwischenablage ist zu lang für eine Melodie; kopieren Sie einen Teil davon.</translation>
    </message>
    <message>
        <source>The titles in the index of songs are damaged; make it anew.</source>
        <translation>Die Titel im Verzeichnis der Lieder sind beschädigt; erstellen Sie es neu.</translation>
    </message>
    <message>
        <source>The trained model that goes on with your tune</source>
        <translation>Das trainierte Modell, das Ihre Melodie fortsetzt</translation>
    </message>
    <message>
        <source>The tune has the notes of that take there already</source>
        <translation>Die Melodie hat dort schon die Noten dieses Takes</translation>
    </message>
    <message>
        <source>The tune shall end on another note than the tonic, but the pin at its end is {pitch}; change one of them.</source>
        <translation>Die Melodie soll nicht auf dem Grundton schließen, aber die festgehaltene Note am Schluss ist {pitch}; ändern Sie eines von beiden.</translation>
    </message>
    <message>
        <source>The tune shall end on the tonic, but the pin at its end is {pitch}; change one of them.</source>
        <translation>Die Melodie soll auf dem Grundton schließen, aber die festgehaltene Note am Schluss ist {pitch}; ändern Sie eines von beiden.</translation>
    </message>
    <message>
        <source>The upper row of letters, an octave higher</source>
        <translation>Die obere Buchstabenreihe, eine Oktave höher</translation>
    </message>
    <message>
        <source>The voice splits in two here; a melody has one voice.</source>
        <translation>Die Stimme teilt sich hier; eine Melodie hat nur eine Stimme.</translation>
    </message>
    <message>
        <source>The window needs a system library that is not here ({error}); &apos;make run&apos; installs it.</source>
        <translation>Dem Fenster fehlt eine Systembibliothek ({error}); „make run“ installiert sie.</translation>
    </message>
    <message>
        <source>The window speaks this language from its next start on.</source>
        <translation>Das Fenster spricht diese Sprache ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>There are no notes in the text on the clipboard; copy some first.</source>
        <translation>Im Text in der Zwischenablage stehen keine Noten; kopieren Sie zuerst welche.</translation>
    </message>
    <message>
        <source>There are no notes on the clipboard; copy some, or type them in any text and copy that.</source>
        <translation>In der Zwischenablage sind keine Noten; kopieren Sie welche, oder schreiben Sie sie in einen beliebigen Text und kopieren Sie diesen.</translation>
    </message>
    <message>
        <source>There are no notes yet</source>
        <translation>Es gibt noch keine Noten</translation>
    </message>
    <message>
        <source>There are no songs in {folders}: no file there ends in {suffixes}; name a folder with songs.</source>
        <translation>In {folders} gibt es keine Lieder: Keine Datei dort endet auf {suffixes}; nennen Sie einen Ordner mit Liedern.</translation>
    </message>
    <message>
        <source>There are no takes: ask for several under Generate</source>
        <translation>Es gibt keine Takes: unter „Erzeugen“ mehrere verlangen</translation>
    </message>
    <message>
        <source>There are {learnt} songs to learn from and {tried} to validate with, of {read} in all (left out: {reasons}); {fewest_learnt} and {fewest_tried} are needed at least, so name folders with more songs.</source>
        <translation>Es gibt {learnt} Lieder zum Lernen und {tried} zum Validieren, von insgesamt {read} (ausgelassen: {reasons}); nötig sind mindestens {fewest_learnt} und {fewest_tried}, nennen Sie also Ordner mit mehr Liedern.</translation>
    </message>
    <message>
        <source>There are {learnt} songs to learn from and {tried} to validate with, of {read} in all; {fewest_learnt} and {fewest_tried} are needed at least, so name folders with more songs.</source>
        <translation>Es gibt {learnt} Lieder zum Lernen und {tried} zum Validieren, von insgesamt {read}; nötig sind mindestens {fewest_learnt} und {fewest_tried}, nennen Sie also Ordner mit mehr Liedern.</translation>
    </message>
    <message>
        <source>There can be no answer now: wait for the model, and mend the seed if it is underlined.</source>
        <translation>Jetzt ist keine Antwort möglich: Warten Sie auf das Modell, und berichtigen Sie den Anfang, falls er unterstrichen ist.</translation>
    </message>
    <message>
        <source>There is no **kern line, so this is no kern melody.</source>
        <translation>Die Zeile **kern fehlt, also ist dies keine kern-Melodie.</translation>
    </message>
    <message>
        <source>There is no MIDI input: connect a keyboard, and it appears here; the on-screen piano and the letters of the computer&apos;s keyboard play without one</source>
        <translation>Es gibt keinen MIDI-Eingang: ein Keyboard anschließen, dann erscheint es hier; Bildschirmklavier und Buchstabentasten spielen auch ohne</translation>
    </message>
    <message>
        <source>There is no SoundFont &apos;{path}&apos;; choose another file.</source>
        <translation>Es gibt keinen SoundFont „{path}“; wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>There is no SoundFont yet: choose one, or install one</source>
        <translation>Noch kein SoundFont da: einen wählen oder installieren</translation>
    </message>
    <message>
        <source>There is no chosen note, or next one, to join</source>
        <translation>Es gibt keine ausgewählte oder nächste Note zum Verbinden</translation>
    </message>
    <message>
        <source>There is no file &apos;{file}&apos; in &apos;{folder}&apos; any more.</source>
        <translation>In „{folder}“ gibt es keine Datei „{file}“ mehr.</translation>
    </message>
    <message>
        <source>There is no file &apos;{path}&apos;; check its name.</source>
        <translation>Es gibt keine Datei „{path}“; prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>There is no folder &apos;{folder}&apos;; create it or choose another one.</source>
        <translation>Es gibt keinen Ordner „{folder}“; legen Sie ihn an, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>There is no folder &apos;{folder}&apos;; name one that is there.</source>
        <translation>Es gibt keinen Ordner „{folder}“; nennen Sie einen vorhandenen.</translation>
    </message>
    <message>
        <source>There is no input &apos;{port}&apos; now; connect it, or choose another.</source>
        <translation>Es gibt derzeit keinen Eingang „{port}“; verbinden Sie ihn, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>There is no line K:, so this is no tune in ABC.</source>
        <translation>Die Zeile K: fehlt, also ist dies keine Melodie in ABC.</translation>
    </message>
    <message>
        <source>There is no note &apos;{letter}&apos;; notes are c d e f g a b, and r is a rest.</source>
        <translation>Eine Note „{letter}“ gibt es hier nicht; Noten sind c d e f g a b (b steht für H), und r ist eine Pause.</translation>
    </message>
    <message>
        <source>There is no note in it.</source>
        <translation>Die Datei enthält keine Note.</translation>
    </message>
    <message>
        <source>There is no note to write as sound.</source>
        <translation>Es gibt keine Note, die sich als Klang speichern ließe.</translation>
    </message>
    <message>
        <source>There is no note to write; put one into the tune first.</source>
        <translation>Es gibt keine Note zu schreiben; setzen Sie zuerst eine in die Melodie.</translation>
    </message>
    <message>
        <source>There is no output &apos;{port}&apos; now; connect it, or choose another.</source>
        <translation>Es gibt derzeit keinen Ausgang „{port}“; verbinden Sie ihn, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>There is no room left on the disk for &apos;{path}&apos;; free some, or save elsewhere.</source>
        <translation>Auf dem Datenträger ist kein Platz mehr für „{path}“; schaffen Sie Platz, oder speichern Sie woanders.</translation>
    </message>
    <message>
        <source>There is no screen to open the window on (neither DISPLAY nor WAYLAND_DISPLAY leads to one); start it from a desktop, or use a command such as &apos;generate&apos; (see --help).</source>
        <translation>Es gibt keinen Bildschirm für das Fenster (weder DISPLAY noch WAYLAND_DISPLAY führt zu einem); starten Sie das Programm von einem Desktop aus, oder nehmen Sie einen Befehl wie „generate“ (siehe --help).</translation>
    </message>
    <message>
        <source>There is no such file any more</source>
        <translation>Diese Datei gibt es nicht mehr</translation>
    </message>
    <message>
        <source>There is no unsaved work.</source>
        <translation>Es gibt keine ungespeicherte Arbeit.</translation>
    </message>
    <message>
        <source>There is nothing to play on: connect a MIDI instrument or start a software synth, and it appears here; or run &apos;make run&apos; anew, which installs the built-in synth</source>
        <translation>Es gibt nichts, worauf gespielt werden kann: ein MIDI-Instrument anschließen oder einen Software-Synthesizer starten, dann erscheint es hier; oder „make run“ neu ausführen, das den eingebauten Synthesizer installiert</translation>
    </message>
    <message>
        <source>There is nothing to play through; connect a MIDI device or start a software synthesizer, or install FluidSynth and a SoundFont (on Debian and Ubuntu: apt install {packages}).</source>
        <translation>Es gibt nichts, worüber sich spielen ließe; schließen Sie ein MIDI-Gerät an, starten Sie einen Software-Synthesizer, oder installieren Sie FluidSynth und einen SoundFont (unter Debian und Ubuntu: apt install {packages}).</translation>
    </message>
    <message>
        <source>There is nothing to play yet: type a seed or press Generate</source>
        <translation>Es gibt noch nichts zu spielen: einen Anfang eingeben oder „Erzeugen“ drücken</translation>
    </message>
    <message>
        <source>There is nothing to take back</source>
        <translation>Es gibt nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>There is nothing to take: this tune cannot be read</source>
        <translation>Es gibt nichts zu übernehmen: Diese Melodie lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>These are drums: they are taken as notes of their pitches.</source>
        <translation>Das ist Schlagzeug: Es wird als Noten seiner Tonhöhen übernommen.</translation>
    </message>
    <message>
        <source>This belongs to the built-in synth: choose that as output, or set it at the MIDI instrument</source>
        <translation>Das gehört zum eingebauten Synthesizer: diesen als Ausgang wählen oder es am MIDI-Instrument einstellen</translation>
    </message>
    <message>
        <source>This model does not know phrases, so the phrase length asked for is left out.</source>
        <translation>Dieses Modell kennt keine Phrasen, daher entfällt die gewünschte Phrasenlänge.</translation>
    </message>
    <message>
        <source>This model does not know phrases: its songs do not mark them</source>
        <translation>Dieses Modell kennt keine Phrasen: In seinen Liedern sind sie nicht bezeichnet</translation>
    </message>
    <message>
        <source>This project has no file yet; choose a name for it.</source>
        <translation>Dieses Projekt hat noch keine Datei; wählen Sie einen Namen dafür.</translation>
    </message>
    <message>
        <source>This take is the tune now.</source>
        <translation>Dieser Take ist jetzt die Melodie.</translation>
    </message>
    <message>
        <source>This triplet is not closed; write ) behind it.</source>
        <translation>Diese Triole ist nicht geschlossen; schreiben Sie ) dahinter.</translation>
    </message>
    <message>
        <source>Throw &amp;away…</source>
        <translation>&amp;Verwerfen…</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Tick &apos;Add to the seed&apos; first</source>
        <translation>Zuerst „Mitschreiben“ anhaken</translation>
    </message>
    <message>
        <source>Time begins with the first key; else at once, behind the count-in</source>
        <translation>Die Zeit beginnt mit der ersten Taste; sonst sofort, nach dem Vorzähler</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Timing</translation>
    </message>
    <message>
        <source>Timpani</source>
        <comment>instrument</comment>
        <translation>Pauken</translation>
    </message>
    <message>
        <source>Tinkle bell</source>
        <comment>instrument</comment>
        <translation>Glöckchen</translation>
    </message>
    <message>
        <source>Tint the rows by the key in place of the piano&apos;s black keys, or not</source>
        <translation>Die Zeilen nach der Tonart statt nach den schwarzen Tasten einfärben oder nicht</translation>
    </message>
    <message>
        <source>To have it mended, copy the &amp;details and send them to whoever gave you the program.</source>
        <translation>Damit er behoben werden kann, kopieren Sie die &amp;Einzelheiten und schicken Sie sie dorthin, woher Sie das Programm haben.</translation>
    </message>
    <message>
        <source>To the s&amp;tart</source>
        <translation>&amp;Zum Beginn</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>Zum Beginn</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Trained models (*.keras *.h5 *.hdf5)</source>
        <translation>Trainierte Modelle (*.keras *.h5 *.hdf5)</translation>
    </message>
    <message>
        <source>Trained on {corpus}</source>
        <translation>Trainiert mit {corpus}</translation>
    </message>
    <message>
        <source>Training needs TensorFlow; install it: {command}</source>
        <translation>Das Training braucht TensorFlow; installieren Sie es: {command}</translation>
    </message>
    <message>
        <source>Transpose notes</source>
        <translation>Noten transponieren</translation>
    </message>
    <message>
        <source>Tremolo strings</source>
        <comment>instrument</comment>
        <translation>Tremolo-Streicher</translation>
    </message>
    <message>
        <source>Trombone</source>
        <comment>instrument</comment>
        <translation>Posaune</translation>
    </message>
    <message>
        <source>Trumpet</source>
        <comment>instrument</comment>
        <translation>Trompete</translation>
    </message>
    <message>
        <source>Tuba</source>
        <comment>instrument</comment>
        <translation>Tuba</translation>
    </message>
    <message>
        <source>Tubular bells</source>
        <comment>instrument</comment>
        <translation>Röhrenglocken</translation>
    </message>
    <message>
        <source>Turn it off where the instrument that you play on sounds itself</source>
        <translation>Ausschalten, wenn das Instrument, auf dem Sie spielen, selbst klingt</translation>
    </message>
    <message>
        <source>Two pins begin in {place}; leave one of them out.</source>
        <translation>In {place} beginnen zwei festgehaltene Noten; lassen Sie eine davon weg.</translation>
    </message>
    <message>
        <source>Type a few notes, play the piano, or double-click here to draw one; then press Generate, and the model goes on from them.</source>
        <translation>Geben Sie ein paar Noten ein, spielen Sie Klavier, oder zeichnen Sie hier mit einem Doppelklick eine Note; drücken Sie dann „Erzeugen“, und das Modell führt sie fort.</translation>
    </message>
    <message>
        <source>Type the &amp;seed</source>
        <translation>Anfang e&amp;ingeben</translation>
    </message>
    <message>
        <source>Typed notes</source>
        <translation>Getippte Noten</translation>
    </message>
    <message>
        <source>Unexpected error</source>
        <translation>Unerwarteter Fehler</translation>
    </message>
    <message>
        <source>Unsaved &amp;work…</source>
        <translation>Un&amp;gespeicherte Arbeit…</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>Ungespeicherte Arbeit</translation>
    </message>
    <message>
        <source>Unsaved work cannot be kept safe from a crash: {why}</source>
        <translation>Nicht gespeicherte Arbeit kann nicht vor einem Absturz bewahrt werden: {why}</translation>
    </message>
    <message numerus="yes">
        <source>Unsaved work of {n:,} earlier starts was found.</source>
        <comment>Unsaved work of {n:,} earlier start was found.</comment>
        <translation>
            <numerusform>Ungespeicherte Arbeit von {n:,} früherem Start wurde gefunden.</numerusform>
            <numerusform>Ungespeicherte Arbeit von {n:,} früheren Starts wurde gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Unsaved work of {time} on &apos;{file}&apos; was found: {size}.</source>
        <translation>Ungespeicherte Arbeit an „{file}“ von {time} wurde gefunden: {size}.</translation>
    </message>
    <message>
        <source>Unsaved work of {time} on &apos;{file}&apos;, which was saved later, was found: {size}.</source>
        <translation>Ungespeicherte Arbeit an „{file}“ von {time} wurde gefunden; die Datei wurde später gespeichert: {size}.</translation>
    </message>
    <message>
        <source>Unsaved work of {time} was found, but it is damaged.</source>
        <translation>Ungespeicherte Arbeit von {time} wurde gefunden, ist aber beschädigt.</translation>
    </message>
    <message>
        <source>Unsaved work of {time} was found: {size}.</source>
        <translation>Ungespeicherte Arbeit von {time} wurde gefunden: {size}.</translation>
    </message>
    <message>
        <source>Unstar</source>
        <comment>verb, a take</comment>
        <translation>Stern weg</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>Up a &amp;semitone</source>
        <translation>Einen &amp;Halbton höher</translation>
    </message>
    <message>
        <source>Up an &amp;octave</source>
        <translation>Eine &amp;Oktave höher</translation>
    </message>
    <message>
        <source>Up in the s&amp;cale</source>
        <translation>Eine &amp;Stufe höher</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Hoch, Herunter</translation>
    </message>
    <message>
        <source>Up, Down, Page up and Page down make the chosen notes louder or softer; Left and Right choose the note before or behind.</source>
        <translation>Die Pfeiltasten auf und ab sowie Bild aufwärts und Bild abwärts machen die ausgewählten Noten lauter oder leiser; links und rechts wählen die Note davor oder dahinter.</translation>
    </message>
    <message>
        <source>Use &amp;installed</source>
        <translation>&amp;Installierten nehmen</translation>
    </message>
    <message>
        <source>Use a trained model from a file</source>
        <translation>Ein trainiertes Modell aus einer Datei verwenden</translation>
    </message>
    <message>
        <source>Use a trained model from a file (Ctrl+M)</source>
        <translation>Ein trainiertes Modell aus einer Datei verwenden (Strg+M)</translation>
    </message>
    <message>
        <source>Velocities, no note chosen</source>
        <translation>Anschlagstärken, keine Note ausgewählt</translation>
    </message>
    <message>
        <source>Velocities, {velocity}</source>
        <translation>Anschlagstärken, {velocity}</translation>
    </message>
    <message>
        <source>Velocity</source>
        <translation>Anschlagstärke</translation>
    </message>
    <message>
        <source>Velocity {velocity}</source>
        <translation>Anschlagstärke {velocity}</translation>
    </message>
    <message>
        <source>Vibraphone</source>
        <comment>instrument</comment>
        <translation>Vibraphon</translation>
    </message>
    <message>
        <source>Viola</source>
        <comment>instrument</comment>
        <translation>Bratsche</translation>
    </message>
    <message>
        <source>Violin</source>
        <comment>instrument</comment>
        <translation>Violine</translation>
    </message>
    <message>
        <source>Voice lead</source>
        <comment>instrument</comment>
        <translation>Stimmen-Lead</translation>
    </message>
    <message>
        <source>Voice oohs</source>
        <comment>instrument</comment>
        <translation>Stimmen (Ooh)</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>W, Shift+W</source>
        <translation>W, Umschalt+W</translation>
    </message>
    <message>
        <source>Wait for the first note</source>
        <translation>Auf die erste Note warten</translation>
    </message>
    <message>
        <source>Wait until the SoundFont is read</source>
        <translation>Warten, bis der SoundFont gelesen ist</translation>
    </message>
    <message>
        <source>Wait until the model is open</source>
        <translation>Warten, bis das Modell geöffnet ist</translation>
    </message>
    <message>
        <source>Wait until the second model is open</source>
        <translation>Warten, bis das zweite Modell geöffnet ist</translation>
    </message>
    <message>
        <source>Wait until the seed is read</source>
        <translation>Warten, bis der Anfang gelesen ist</translation>
    </message>
    <message>
        <source>Waiting for the first note; stop recording</source>
        <translation>Wartet auf die erste Note; Aufnahme beenden</translation>
    </message>
    <message>
        <source>Walk through the next likely notes, while probabilities are shown</source>
        <translation>Durch die nächstwahrscheinlichen Noten gehen, solange Wahrscheinlichkeiten gezeigt werden</translation>
    </message>
    <message>
        <source>Warm pad</source>
        <comment>instrument</comment>
        <translation>Warme Fläche</translation>
    </message>
    <message>
        <source>What a knob changes while the tune plays. What was heard stays; notes that are drawn lighter can still change</source>
        <translation>Was ein Regler ändert, während die Melodie spielt. Gehörtes bleibt; heller gezeichnete Noten können sich noch ändern</translation>
    </message>
    <message>
        <source>What becomes of the notes that are there; with a loop, in each of its passes</source>
        <translation>Was aus den vorhandenen Noten wird; mit einer Schleife in jedem Durchgang</translation>
    </message>
    <message>
        <source>What could have stood at the chosen note, or the playhead; a double click asks too</source>
        <translation>Was anstelle der ausgewählten Note oder an der Abspielmarke hätte stehen können; auch ein Doppelklick fragt danach</translation>
    </message>
    <message>
        <source>What could stand here</source>
        <translation>Was hier stehen könnte</translation>
    </message>
    <message>
        <source>What is damaged cannot be restored</source>
        <translation>Beschädigtes lässt sich nicht wiederherstellen</translation>
    </message>
    <message>
        <source>What recording does to the tune</source>
        <translation>Was die Aufnahme mit der Melodie macht</translation>
    </message>
    <message>
        <source>What the &amp;model thinks</source>
        <translation>Was das &amp;Modell denkt</translation>
    </message>
    <message>
        <source>What the model makes of the seed; point at a note to see its bits</source>
        <translation>Was das Modell vom Anfang hält; auf eine Note zeigen, um ihre Bit zu sehen</translation>
    </message>
    <message>
        <source>What the model thinks</source>
        <translation>Was das Modell denkt</translation>
    </message>
    <message>
        <source>What the tune is played on</source>
        <translation>Worauf die Melodie gespielt wird</translation>
    </message>
    <message>
        <source>What was in it is kept in &apos;{file}&apos;.</source>
        <translation>Was darin stand, ist in „{file}“ aufgehoben.</translation>
    </message>
    <message>
        <source>What was kept in &apos;{path}&apos; is damaged: {sentence}</source>
        <translation>Was in „{path}“ aufbewahrt wurde, ist beschädigt: {sentence}</translation>
    </message>
    <message>
        <source>What was played already is as long as the tune shall be.</source>
        <translation>Was schon gespielt wurde, ist so lang, wie die Melodie werden soll.</translation>
    </message>
    <message>
        <source>Where an answer begins</source>
        <translation>Wo eine Antwort beginnt</translation>
    </message>
    <message>
        <source>Where an answer begins behind the last note</source>
        <translation>Wo eine Antwort nach der letzten Note beginnt</translation>
    </message>
    <message>
        <source>Where notes may begin and end; hold Shift while you drag to leave the grid</source>
        <translation>Wo Noten beginnen und enden können; beim Ziehen die Umschalttaste halten, um das Raster zu verlassen</translation>
    </message>
    <message>
        <source>Where the bar lines lie</source>
        <translation>Wo die Taktstriche liegen</translation>
    </message>
    <message>
        <source>Where the tune is heard</source>
        <translation>Wo die Melodie zu hören ist</translation>
    </message>
    <message>
        <source>Which take stands first, behind those with a star</source>
        <translation>Welcher Take zuerst steht, nach denen mit Stern</translation>
    </message>
    <message>
        <source>Whistle</source>
        <comment>instrument</comment>
        <translation>Pfeifen</translation>
    </message>
    <message>
        <source>Whole</source>
        <comment>length of a note</comment>
        <translation>Ganze</translation>
    </message>
    <message>
        <source>Widest first</source>
        <translation>Größter Umfang zuerst</translation>
    </message>
    <message>
        <source>Windows knows no ports of programs: install loopMIDI, make a port there, and choose it as input or output</source>
        <translation>Windows kennt keine Ports von Programmen: loopMIDI installieren, dort einen Port anlegen und ihn als Eingang oder Ausgang wählen</translation>
    </message>
    <message>
        <source>Wipe notes away with the mouse</source>
        <translation>Noten mit der Maus wegwischen</translation>
    </message>
    <message>
        <source>Wishes</source>
        <translation>Wünsche</translation>
    </message>
    <message>
        <source>With an answer the tune would have more than {bars} bars; begin a new one.</source>
        <translation>Mit einer Antwort hätte die Melodie mehr als {bars} Takte; beginnen Sie eine neue.</translation>
    </message>
    <message>
        <source>With pins one tune is drawn at a time; without them there are takes.</source>
        <translation>Mit festgehaltenen Noten wird nur eine Melodie auf einmal gezogen; ohne sie gibt es Takes.</translation>
    </message>
    <message>
        <source>Without a clock: every key writes a note of the length chosen at the on-screen piano (Ctrl+I); Ctrl+Right a rest, Ctrl+Left goes back</source>
        <translation>Ohne laufende Zeit: Jede Taste schreibt eine Note mit dem Notenwert, der am Bildschirmklavier gewählt ist (Strg+I); Strg+Rechts eine Pause, Strg+Links geht zurück</translation>
    </message>
    <message>
        <source>Woodblock</source>
        <comment>instrument</comment>
        <translation>Holzblock</translation>
    </message>
    <message>
        <source>Write a note with every key, at the playhead</source>
        <translation>Mit jeder Taste eine Note an der Abspielmarke schreiben</translation>
    </message>
    <message>
        <source>Write every take to a numbered file of its own</source>
        <translation>Jeden Take in eine eigene, nummerierte Datei schreiben</translation>
    </message>
    <message>
        <source>Write on the notes what they are called, or not</source>
        <translation>Die Namen der Noten auf den Noten ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Write on the notes which step of the scale they are, or not</source>
        <translation>Auf den Noten ein- oder ausblenden, welche Stufe der Tonleiter sie sind</translation>
    </message>
    <message>
        <source>Write the tune as MIDI, MusicXML, ABC or kern, or its score as PDF or a picture</source>
        <translation>Die Melodie als MIDI, MusicXML, ABC oder Kern exportieren oder ihre Noten als PDF oder Bild</translation>
    </message>
    <message>
        <source>Write the tune as it sounds: WAV or FLAC, through the built-in synth</source>
        <translation>Die Melodie exportieren, wie sie klingt: als WAV oder FLAC, mit dem eingebauten Synthesizer</translation>
    </message>
    <message>
        <source>Writing {file}…</source>
        <translation>{file} wird geschrieben…</translation>
    </message>
    <message>
        <source>Writing {file}… Wait until it is done, or cancel it.</source>
        <translation>{file} wird geschrieben… Das Ende abwarten oder abbrechen.</translation>
    </message>
    <message>
        <source>Writing {file}… {percent:.0f} %</source>
        <translation>{file} wird geschrieben… {percent:.0f} %</translation>
    </message>
    <message>
        <source>Xylophone</source>
        <comment>instrument</comment>
        <translation>Xylophon</translation>
    </message>
    <message>
        <source>You can go on. If anything looks odd, close the program and start it again.</source>
        <translation>Sie können weitermachen. Wenn etwas seltsam aussieht, schließen Sie das Programm und starten Sie es neu.</translation>
    </message>
    <message>
        <source>You hear an even beat. Play any key along with it, on the instrument that you record with; or lead the beat back to the input by a cable. Recorded notes are then moved by what is measured, so that they stand where you heard them.</source>
        <translation>Sie hören einen gleichmäßigen Schlag. Spielen Sie auf dem Instrument, mit dem Sie aufnehmen, mit einer beliebigen Taste mit; oder führen Sie den Schlag mit einem Kabel zum Eingang zurück. Aufgenommene Noten werden dann um das Gemessene verschoben, sodass sie dort stehen, wo Sie sie gehört haben.</translation>
    </message>
    <message>
        <source>Your unsaved work is kept: if you close the program, the next start offers it.</source>
        <translation>Ihre ungespeicherte Arbeit ist gesichert: Wenn Sie das Programm schließen, bietet der nächste Start sie an.</translation>
    </message>
    <message>
        <source>Your unsaved work is not kept yet: save it under another name before you close.</source>
        <translation>Ihre ungespeicherte Arbeit ist noch nicht gesichert: Speichern Sie sie vor dem Schließen unter einem anderen Namen.</translation>
    </message>
    <message>
        <source>Z to /</source>
        <translation>Y bis -</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ve&amp;rkleinern</translation>
    </message>
    <message>
        <source>[ and ]</source>
        <translation>Ü und +</translation>
    </message>
    <message>
        <source>a dataspace of another kind</source>
        <translation>ein Dataspace anderer Art</translation>
    </message>
    <message>
        <source>a dotted eighth</source>
        <comment>what a note is tied to</comment>
        <translation>einer punktierten Achtel</translation>
    </message>
    <message>
        <source>a dotted half</source>
        <comment>what a note is tied to</comment>
        <translation>einer punktierten Halben</translation>
    </message>
    <message>
        <source>a dotted quarter</source>
        <comment>what a note is tied to</comment>
        <translation>einer punktierten Viertel</translation>
    </message>
    <message>
        <source>a dotted sixteenth</source>
        <comment>what a note is tied to</comment>
        <translation>einer punktierten Sechzehntel</translation>
    </message>
    <message>
        <source>a dotted sixty-fourth</source>
        <comment>what a note is tied to</comment>
        <translation>einer punktierten Vierundsechzigstel</translation>
    </message>
    <message>
        <source>a dotted thirty-second</source>
        <comment>what a note is tied to</comment>
        <translation>einer punktierten Zweiunddreißigstel</translation>
    </message>
    <message>
        <source>a dotted whole</source>
        <comment>what a note is tied to</comment>
        <translation>einer punktierten Ganzen</translation>
    </message>
    <message>
        <source>a fifth</source>
        <translation>Quinte</translation>
    </message>
    <message>
        <source>a fourth</source>
        <translation>Quarte</translation>
    </message>
    <message>
        <source>a half</source>
        <comment>what a note is tied to</comment>
        <translation>einer Halben</translation>
    </message>
    <message>
        <source>a layer has too many arrays</source>
        <translation>eine Schicht hat zu viele Arrays</translation>
    </message>
    <message>
        <source>a link of another kind</source>
        <translation>ein Verweis anderer Art</translation>
    </message>
    <message>
        <source>a minor seventh</source>
        <translation>kleine Septime</translation>
    </message>
    <message>
        <source>a minor sixth</source>
        <translation>kleine Sexte</translation>
    </message>
    <message>
        <source>a minor third</source>
        <translation>kleine Terz</translation>
    </message>
    <message>
        <source>a quarter</source>
        <comment>what a note is tied to</comment>
        <translation>einer Viertel</translation>
    </message>
    <message>
        <source>a rest</source>
        <translation>eine Pause</translation>
    </message>
    <message>
        <source>a semitone</source>
        <translation>Halbton</translation>
    </message>
    <message>
        <source>a seventh</source>
        <translation>große Septime</translation>
    </message>
    <message>
        <source>a shared message</source>
        <translation>eine geteilte Nachricht</translation>
    </message>
    <message>
        <source>a sixteenth</source>
        <comment>what a note is tied to</comment>
        <translation>einer Sechzehntel</translation>
    </message>
    <message>
        <source>a sixth</source>
        <translation>große Sexte</translation>
    </message>
    <message>
        <source>a sixty-fourth</source>
        <comment>what a note is tied to</comment>
        <translation>einer Vierundsechzigstel</translation>
    </message>
    <message>
        <source>a superblock of another kind</source>
        <translation>ein Superblock anderer Art</translation>
    </message>
    <message>
        <source>a third</source>
        <translation>große Terz</translation>
    </message>
    <message>
        <source>a thirty-second</source>
        <comment>what a note is tied to</comment>
        <translation>einer Zweiunddreißigstel</translation>
    </message>
    <message>
        <source>a tritone</source>
        <translation>Tritonus</translation>
    </message>
    <message>
        <source>a weight is no finite number</source>
        <translation>ein Gewicht ist keine endliche Zahl</translation>
    </message>
    <message>
        <source>a whole</source>
        <comment>what a note is tied to</comment>
        <translation>einer Ganzen</translation>
    </message>
    <message>
        <source>a whole tone</source>
        <translation>Ganzton</translation>
    </message>
    <message>
        <source>adds to the tune</source>
        <translation>ergänzend</translation>
    </message>
    <message>
        <source>again</source>
        <comment>motives</comment>
        <translation>wieder</translation>
    </message>
    <message>
        <source>an attribute of another kind</source>
        <translation>ein Attribut anderer Art</translation>
    </message>
    <message>
        <source>an eighth</source>
        <comment>what a note is tied to</comment>
        <translation>einer Achtel</translation>
    </message>
    <message>
        <source>an object header of another kind</source>
        <translation>ein Objektkopf anderer Art</translation>
    </message>
    <message>
        <source>an octave</source>
        <translation>Oktave</translation>
    </message>
    <message numerus="yes">
        <source>and {n:,} more</source>
        <comment>files</comment>
        <translation>
            <numerusform>und {n:,} weitere</numerusform>
            <numerusform>und {n:,} weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>any</source>
        <comment>note</comment>
        <translation>frei</translation>
    </message>
    <message>
        <source>any length</source>
        <comment>of phrases</comment>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>any length</source>
        <comment>of quotations</comment>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>as pitch</source>
        <comment>temperature of durations</comment>
        <translation>wie Tonhöhe</translation>
    </message>
    <message>
        <source>as played</source>
        <translation>wie gespielt</translation>
    </message>
    <message>
        <source>at most {n} notes</source>
        <translation>höchstens {n} Noten</translation>
    </message>
    <message>
        <source>at most {n} notes ({songs})</source>
        <translation>höchstens {n} Noten ({songs})</translation>
    </message>
    <message>
        <source>bar {bar}, beat {beat:.4g}</source>
        <translation>Takt {bar}, Schlag {beat:.4g}</translation>
    </message>
    <message>
        <source>bar {number}</source>
        <translation>Takt {number}</translation>
    </message>
    <message>
        <source>bars {first} to {last}</source>
        <translation>Takte {first} bis {last}</translation>
    </message>
    <message>
        <source>c4 is middle C · f#4/8 an eighth · e4/4. dotted
r/2 a rest · (3 c4/8 d4 e4) a triplet</source>
        <translation>c4 mittleres C · f#4/8 Achtel · e4/4. punktiert
r/2 Pause · (3 c4/8 d4 e4) Triole · b4 ist H</translation>
    </message>
    <message numerus="yes">
        <source>cadence every {n} bars</source>
        <comment>cadence every {n} bar</comment>
        <translation>
            <numerusform>Kadenz nach {n} Takt</numerusform>
            <numerusform>Kadenz alle {n} Takte</numerusform>
        </translation>
    </message>
    <message>
        <source>choices of view</source>
        <comment>part of a file</comment>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>comes with bar {bar}</source>
        <translation>kommt mit Takt {bar}</translation>
    </message>
    <message>
        <source>composed</source>
        <comment>origin of a note</comment>
        <translation>komponiert</translation>
    </message>
    <message>
        <source>composed, pinned</source>
        <translation>komponiert, festgehalten</translation>
    </message>
    <message>
        <source>controls</source>
        <comment>part of a file</comment>
        <translation>Regler</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>dotted eighth</source>
        <comment>length of a note</comment>
        <translation>punktierte Achtel</translation>
    </message>
    <message>
        <source>dotted half</source>
        <comment>length of a note</comment>
        <translation>punktierte Halbe</translation>
    </message>
    <message>
        <source>dotted quarter</source>
        <comment>length of a note</comment>
        <translation>punktierte Viertel</translation>
    </message>
    <message>
        <source>dotted sixteenth</source>
        <comment>length of a note</comment>
        <translation>punktierte Sechzehntel</translation>
    </message>
    <message>
        <source>dotted sixty-fourth</source>
        <comment>length of a note</comment>
        <translation>punktierte Vierundsechzigstel</translation>
    </message>
    <message>
        <source>dotted thirty-second</source>
        <comment>length of a note</comment>
        <translation>punktierte Zweiunddreißigstel</translation>
    </message>
    <message>
        <source>dotted whole</source>
        <comment>length of a note</comment>
        <translation>punktierte Ganze</translation>
    </message>
    <message>
        <source>eighth</source>
        <comment>length of a note</comment>
        <translation>Achtel</translation>
    </message>
    <message>
        <source>eighth triplets</source>
        <comment>grid</comment>
        <translation>Achteltriolen</translation>
    </message>
    <message>
        <source>eighths</source>
        <comment>grid</comment>
        <translation>Achtel</translation>
    </message>
    <message>
        <source>endless music</source>
        <translation>endlose Musik</translation>
    </message>
    <message>
        <source>fewer than {n} notes</source>
        <translation>weniger als {n} Noten</translation>
    </message>
    <message>
        <source>from the next bar</source>
        <translation>ab dem nächsten Takt</translation>
    </message>
    <message>
        <source>from the next beat</source>
        <translation>ab dem nächsten Schlag</translation>
    </message>
    <message>
        <source>half</source>
        <comment>length of a note</comment>
        <translation>Halbe</translation>
    </message>
    <message>
        <source>impossible for the model</source>
        <translation>für das Modell unmöglich</translation>
    </message>
    <message>
        <source>it brings its own vocabulary and takes no mapping</source>
        <translation>es bringt sein eigenes Vokabular mit und nimmt keine Zuordnung an</translation>
    </message>
    <message>
        <source>it brings no vocabulary; choose the {mapping} that it was trained with</source>
        <translation>es bringt kein Vokabular mit; wählen Sie die Datei {mapping}, mit der es trainiert wurde</translation>
    </message>
    <message>
        <source>it claims to hold more weights than its size allows</source>
        <translation>es gibt mehr Gewichte an, als seine Größe erlaubt</translation>
    </message>
    <message>
        <source>it does not say what it is like</source>
        <translation>es sagt nicht, was es enthält</translation>
    </message>
    <message>
        <source>it has a Bidirectional layer, which must know the end of a tune before its beginning and so cannot go on from a seed</source>
        <translation>es hat eine Bidirectional-Schicht, die den Schluss einer Melodie vor deren Beginn kennen muss und daher keinen Anfang fortsetzen kann</translation>
    </message>
    <message>
        <source>it has a layer of the kind {kind!r}, which is not known here</source>
        <translation>es hat eine Schicht der Art {kind!r}, die hier unbekannt ist</translation>
    </message>
    <message>
        <source>it has more than {most} members</source>
        <translation>es hat mehr als {most} Bestandteile</translation>
    </message>
    <message>
        <source>it has no layer &apos;{name}&apos;</source>
        <translation>es hat keine Schicht „{name}“</translation>
    </message>
    <message>
        <source>it has no layer &apos;{name}&apos; with a table of weights</source>
        <translation>es hat keine Schicht „{name}“ mit einer Tabelle von Gewichten</translation>
    </message>
    <message>
        <source>it has no layers, or more than {most}</source>
        <translation>es hat keine Schichten oder mehr als {most}</translation>
    </message>
    <message>
        <source>it has no notes</source>
        <translation>es enthält keine Noten</translation>
    </message>
    <message>
        <source>it has no recurrent layer, or does not end with a softmax</source>
        <translation>es hat keine rekurrente Schicht oder endet nicht mit Softmax</translation>
    </message>
    <message>
        <source>it has no time</source>
        <translation>es hat keine Zeitangabe</translation>
    </message>
    <message>
        <source>it has no version number</source>
        <translation>die Versionsnummer fehlt</translation>
    </message>
    <message>
        <source>it has no weights at &apos;{place}&apos;</source>
        <translation>es hat keine Gewichte bei „{place}“</translation>
    </message>
    <message>
        <source>it has no {name}</source>
        <translation>es enthält kein {name}</translation>
    </message>
    <message>
        <source>it has the unknown entry &apos;{key}&apos;, which a newer version of the program may know</source>
        <translation>der Eintrag „{key}“ ist unbekannt; eine neuere Version des Programms kennt ihn vielleicht</translation>
    </message>
    <message>
        <source>it holds no JSON object</source>
        <translation>es ist kein JSON-Objekt enthalten</translation>
    </message>
    <message>
        <source>it holds no notes that can be read ({reason})</source>
        <translation>es sind keine lesbaren Noten enthalten ({reason})</translation>
    </message>
    <message>
        <source>it holds weights only; save the whole model</source>
        <translation>es enthält nur Gewichte; speichern Sie das ganze Modell</translation>
    </message>
    <message>
        <source>it is damaged; get the file anew</source>
        <translation>es ist beschädigt; besorgen Sie die Datei neu</translation>
    </message>
    <message>
        <source>it is laid out as Keras never does ({part}); save it anew with Keras</source>
        <translation>es ist aufgebaut, wie Keras es nie tut ({part}); speichern Sie es mit Keras neu</translation>
    </message>
    <message>
        <source>it is longer than {most:,} letters</source>
        <translation>sie sind länger als {most:,} Zeichen</translation>
    </message>
    <message>
        <source>it is longer than {most:,} ticks</source>
        <translation>sie sind länger als {most:,} Ticks</translation>
    </message>
    <message>
        <source>it is longer than {most} letters</source>
        <translation>es ist länger als {most} Zeichen</translation>
    </message>
    <message>
        <source>it is neither a .keras nor an .h5 file</source>
        <translation>es ist weder eine .keras- noch eine .h5-Datei</translation>
    </message>
    <message>
        <source>it is no Sequential or Functional Keras model</source>
        <translation>es ist kein Keras-Modell der Art Sequential oder Functional</translation>
    </message>
    <message>
        <source>it is no readable JSON</source>
        <translation>das JSON ist nicht lesbar</translation>
    </message>
    <message>
        <source>it is no readable JSON in line {line}</source>
        <translation>das JSON ist in Zeile {line} nicht lesbar</translation>
    </message>
    <message>
        <source>it is of the family {family!r}, which this release does not know</source>
        <translation>es gehört zur Familie {family!r}, die diese Version nicht kennt</translation>
    </message>
    <message>
        <source>it is some other JSON text</source>
        <translation>es ist ein anderer JSON-Text</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>es ist zu groß</translation>
    </message>
    <message>
        <source>it says that something was made by what is not among its makers</source>
        <translation>laut ihm wurde etwas von einem Modell gemacht, das es nicht aufführt</translation>
    </message>
    <message>
        <source>it takes symbols as plain numbers; only one-hot and embedded are known here</source>
        <translation>es nimmt Symbole als bloße Zahlen; bekannt sind hier nur One-Hot-Kodierung und Einbettung</translation>
    </message>
    <message>
        <source>it was kept by another version of the program</source>
        <translation>es wurde von einer anderen Programmversion aufbewahrt</translation>
    </message>
    <message>
        <source>it was saved by a newer version of the program, so update this one</source>
        <translation>es wurde mit einer neueren Version gespeichert, aktualisieren Sie also das Programm</translation>
    </message>
    <message>
        <source>it was written by a newer version of the program, so update this one</source>
        <translation>es wurde mit einer neueren Version geschrieben, aktualisieren Sie also das Programm</translation>
    </message>
    <message>
        <source>it was written by another version of the program</source>
        <translation>sie wurden von einer anderen Version des Programms geschrieben</translation>
    </message>
    <message>
        <source>its &apos;{key}&apos; has more than {most:,} entries</source>
        <translation>der Eintrag „{key}“ hat mehr als {most:,} Werte</translation>
    </message>
    <message>
        <source>its &apos;{key}&apos; is no list</source>
        <translation>„{key}“ ist keine Liste</translation>
    </message>
    <message>
        <source>its &apos;{key}&apos; is no number of ticks</source>
        <translation>„{key}“ ist keine Anzahl von Ticks</translation>
    </message>
    <message>
        <source>its &apos;{key}&apos; is no text</source>
        <translation>„{key}“ ist kein Text</translation>
    </message>
    <message>
        <source>its &apos;{key}&apos; is not two takes and the latest of them</source>
        <translation>„{key}“ nennt nicht zwei Takes und den letzten davon</translation>
    </message>
    <message>
        <source>its &apos;{key}&apos; names a take that is not there</source>
        <translation>„{key}“ nennt einen Take, den es nicht gibt</translation>
    </message>
    <message>
        <source>its &apos;{key}&apos; names no model</source>
        <translation>„{key}“ nennt kein Modell</translation>
    </message>
    <message>
        <source>its card has an unusable &apos;{name}&apos;: {value!r}</source>
        <translation>seine Modellkarte hat ein unbrauchbares „{name}“: {value!r}</translation>
    </message>
    <message>
        <source>its card is no JSON object</source>
        <translation>seine Modellkarte ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>its card is no JSON text: {error}</source>
        <translation>seine Modellkarte ist kein JSON-Text: {error}</translation>
    </message>
    <message>
        <source>its card names no model or no family</source>
        <translation>seine Modellkarte nennt kein Modell oder keine Familie</translation>
    </message>
    <message>
        <source>its change of tempo {value} is not an onset and a tempo</source>
        <translation>seine Tempoänderung {value} besteht nicht aus einem Einsatz und einem Tempo</translation>
    </message>
    <message>
        <source>its configuration is none of Keras</source>
        <translation>seine Konfiguration stammt nicht von Keras</translation>
    </message>
    <message>
        <source>its entry &apos;{key}&apos; is missing</source>
        <translation>der Eintrag „{key}“ fehlt</translation>
    </message>
    <message>
        <source>its file was saved later</source>
        <translation>Datei später gespeichert</translation>
    </message>
    <message>
        <source>its layer &apos;normal&apos; has no small epsilon</source>
        <translation>seine Schicht „normal“ hat kein kleines Epsilon</translation>
    </message>
    <message>
        <source>its layer &apos;{name}&apos; has a weight beyond {largest:.0e}</source>
        <translation>seine Schicht „{name}“ hat ein Gewicht über {largest:.0e}</translation>
    </message>
    <message>
        <source>its layer &apos;{name}&apos; has another {setting} than {value}</source>
        <translation>in seiner Schicht „{name}“ ist {setting} nicht {value}</translation>
    </message>
    <message>
        <source>its layer &apos;{name}&apos; has {arrays} arrays of weights, not {expected}</source>
        <translation>seine Schicht „{name}“ hat {arrays} Arrays mit Gewichten, nicht {expected}</translation>
    </message>
    <message>
        <source>its layers do not form one chain</source>
        <translation>seine Schichten bilden keine einfache Kette</translation>
    </message>
    <message>
        <source>its layers have {units} units, not 1 to {most}</source>
        <translation>seine Schichten haben {units} Einheiten, nicht 1 bis {most}</translation>
    </message>
    <message>
        <source>its length {bits:.1f} bits</source>
        <translation>für den Notenwert {bits:.1f} Bit</translation>
    </message>
    <message>
        <source>its length, {length}: {figures}</source>
        <translation>Notenwert {length}: {figures}</translation>
    </message>
    <message>
        <source>its makers are no JSON object</source>
        <translation>seine „makers“ sind kein JSON-Objekt</translation>
    </message>
    <message>
        <source>its meter {value} is not an onset and a meter</source>
        <translation>die Taktangabe {value} besteht nicht aus Beginn und Taktart</translation>
    </message>
    <message>
        <source>its note {value} is not four whole numbers</source>
        <translation>die Note {value} besteht nicht aus vier ganzen Zahlen</translation>
    </message>
    <message>
        <source>its notes and bars do not fit together ({reason})</source>
        <translation>Noten und Takte passen nicht zusammen ({reason})</translation>
    </message>
    <message>
        <source>its notes do not fit together ({reason})</source>
        <translation>seine Noten passen nicht zusammen ({reason})</translation>
    </message>
    <message>
        <source>its notices are not all text</source>
        <translation>die Hinweise bestehen nicht alle aus Text</translation>
    </message>
    <message>
        <source>its particles are not 1 to {most}</source>
        <translation>die Zahl seiner Partikel liegt nicht zwischen 1 und {most}</translation>
    </message>
    <message>
        <source>its seed is no JSON object</source>
        <translation>sein Anfang ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>its span is not two ticks</source>
        <translation>sein Bereich besteht nicht aus zwei Ticks</translation>
    </message>
    <message>
        <source>its tempo changes more than {most:,} times</source>
        <translation>sein Tempo ändert sich mehr als {most:,}-mal</translation>
    </message>
    <message>
        <source>its tempo is no number from {slowest:g} to {fastest:g}</source>
        <translation>das Tempo ist keine Zahl von {slowest:g} bis {fastest:g}</translation>
    </message>
    <message>
        <source>its vocabulary does not name durations, pitches, endings, compasses</source>
        <translation>sein Vokabular nennt Notenwerte, Tonhöhen, Schlüsse oder Umfänge nicht</translation>
    </message>
    <message>
        <source>its vocabulary does not say whether it knows phrases</source>
        <translation>sein Vokabular sagt nicht, ob es Phrasen kennt</translation>
    </message>
    <message>
        <source>its vocabulary gives the number {number} to {first!r} and to {second!r}</source>
        <translation>sein Vokabular gibt die Nummer {number} sowohl {first!r} als auch {second!r}</translation>
    </message>
    <message>
        <source>its vocabulary has a duration that no note can have</source>
        <translation>sein Vokabular hat eine Dauer, die keine Note haben kann</translation>
    </message>
    <message>
        <source>its vocabulary has an impossible compass</source>
        <translation>sein Vokabular hat einen unmöglichen Umfang</translation>
    </message>
    <message>
        <source>its vocabulary has an impossible share of endings</source>
        <translation>sein Vokabular hat einen unmöglichen Anteil an Schlüssen</translation>
    </message>
    <message>
        <source>its vocabulary has impossible turns of phrase</source>
        <translation>sein Vokabular hat unmögliche Wendungen</translation>
    </message>
    <message>
        <source>its vocabulary has no durations, too many, or not in rising order</source>
        <translation>sein Vokabular hat keine Notenwerte, zu viele oder nicht aufsteigend geordnete</translation>
    </message>
    <message>
        <source>its vocabulary has no pitches</source>
        <translation>sein Vokabular hat keine Tonhöhen</translation>
    </message>
    <message>
        <source>its vocabulary has pitches outside MIDI&apos;s range</source>
        <translation>sein Vokabular hat Tonhöhen außerhalb des MIDI-Umfangs</translation>
    </message>
    <message>
        <source>its vocabulary has the symbol {symbol!r}; only MIDI pitches (0 to {highest}), &apos;r&apos;, &apos;_&apos; and &apos;/&apos; can be played</source>
        <translation>sein Vokabular hat das Symbol {symbol!r}; spielbar sind nur MIDI-Tonhöhen (0 bis {highest}), „r“, „_“ und „/“</translation>
    </message>
    <message>
        <source>its vocabulary has unreadable turns of phrase</source>
        <translation>sein Vokabular hat unlesbare Wendungen</translation>
    </message>
    <message>
        <source>its vocabulary has {symbols} symbols and its network {size}</source>
        <translation>sein Vokabular hat {symbols} Symbole und sein Netz {size}</translation>
    </message>
    <message>
        <source>its vocabulary has {symbols} symbols, but none with the number {number}</source>
        <translation>sein Vokabular hat {symbols} Symbole, aber keines mit der Nummer {number}</translation>
    </message>
    <message>
        <source>its vocabulary has {value!r} where a symbol belongs</source>
        <translation>sein Vokabular hat {value!r}, wo ein Symbol hingehört</translation>
    </message>
    <message>
        <source>its vocabulary has {value!r} where a symbol&apos;s number belongs</source>
        <translation>sein Vokabular hat {value!r}, wo die Nummer eines Symbols hingehört</translation>
    </message>
    <message>
        <source>its vocabulary is no JSON object of symbols and their numbers</source>
        <translation>sein Vokabular ist kein JSON-Objekt aus Symbolen und ihren Nummern</translation>
    </message>
    <message>
        <source>its vocabulary is no JSON text: {error}</source>
        <translation>sein Vokabular ist kein JSON-Text: {error}</translation>
    </message>
    <message>
        <source>its vocabulary lacks &apos;{symbol}&apos;</source>
        <translation>seinem Vokabular fehlt „{symbol}“</translation>
    </message>
    <message>
        <source>its vocabulary names the symbol {symbol!r} twice</source>
        <translation>sein Vokabular nennt das Symbol {symbol!r} zweimal</translation>
    </message>
    <message>
        <source>its weights are no tables of numbers in single or double precision</source>
        <translation>seine Gewichte sind keine Zahlentabellen in einfacher oder doppelter Genauigkeit</translation>
    </message>
    <message>
        <source>its weights are not those that its card was written for</source>
        <translation>seine Gewichte sind nicht die, für die seine Modellkarte geschrieben wurde</translation>
    </message>
    <message>
        <source>its weights lie outside the file, or in a way that Keras does not use</source>
        <translation>seine Gewichte liegen außerhalb der Datei oder so, wie Keras sie nicht ablegt</translation>
    </message>
    <message>
        <source>its {kind} layer &apos;{name}&apos; comes after a Dense layer</source>
        <translation>seine {kind}-Schicht „{name}“ steht nach einer Dense-Schicht</translation>
    </message>
    <message>
        <source>its {kind} layer &apos;{name}&apos; comes after the softmax</source>
        <translation>seine {kind}-Schicht „{name}“ steht nach der Softmax-Funktion</translation>
    </message>
    <message>
        <source>its {kind} layer &apos;{name}&apos; comes before a recurrent layer</source>
        <translation>seine {kind}-Schicht „{name}“ steht vor einer rekurrenten Schicht</translation>
    </message>
    <message>
        <source>its {kind} layer &apos;{name}&apos; has a variance below zero</source>
        <translation>seine {kind}-Schicht „{name}“ hat eine Varianz unter null</translation>
    </message>
    <message>
        <source>its {kind} layer &apos;{name}&apos; has the activation {activation!r}</source>
        <translation>seine {kind}-Schicht „{name}“ hat die Aktivierung {activation!r}</translation>
    </message>
    <message>
        <source>its {kind} layer &apos;{name}&apos; has {setting}={value}; only {known} is known here</source>
        <translation>seine {kind}-Schicht „{name}“ hat {setting}={value}; bekannt ist hier nur {known}</translation>
    </message>
    <message>
        <source>its {kind} layer &apos;{name}&apos; has {units} units, not 1 to {most}</source>
        <translation>seine {kind}-Schicht „{name}“ hat {units} Einheiten, nicht 1 bis {most}</translation>
    </message>
    <message>
        <source>its {kind} layer &apos;{name}&apos; is a second activation</source>
        <translation>seine {kind}-Schicht „{name}“ ist eine zweite Aktivierung</translation>
    </message>
    <message>
        <source>its {kind} layer &apos;{name}&apos; is not first, or hides a symbol</source>
        <translation>seine {kind}-Schicht „{name}“ steht nicht an erster Stelle oder verbirgt ein Symbol</translation>
    </message>
    <message>
        <source>its {kind} layer &apos;{name}&apos; is set in a way that is not known here</source>
        <translation>seine {kind}-Schicht „{name}“ ist auf eine Art eingestellt, die hier unbekannt ist</translation>
    </message>
    <message>
        <source>its {name} are no JSON object</source>
        <translation>der Teil „{name}“ ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>its {name} have a &apos;{key}&apos; of the wrong kind</source>
        <translation>im Teil „{name}“ ist „{key}“ von der falschen Art</translation>
    </message>
    <message>
        <source>its {name} have no &apos;{key}&apos;</source>
        <translation>im Teil „{name}“ fehlt „{key}“</translation>
    </message>
    <message>
        <source>its {name} have the unknown entry &apos;{key}&apos;</source>
        <translation>im Teil „{name}“ ist der Eintrag „{key}“ unbekannt</translation>
    </message>
    <message>
        <source>its {name} is larger than {most} MB</source>
        <translation>{name} darin ist größer als {most} MB</translation>
    </message>
    <message>
        <source>its {name} is packed in a way that Keras does not use</source>
        <translation>{name} darin ist auf eine Art gepackt, die Keras nicht verwendet</translation>
    </message>
    <message>
        <source>kern</source>
        <translation>Kern</translation>
    </message>
    <message>
        <source>knobs, answers, endless music</source>
        <translation>Regler, Antworten, endlose Musik</translation>
    </message>
    <message>
        <source>leaps</source>
        <comment>from note to note</comment>
        <translation>Sprünge</translation>
    </message>
    <message>
        <source>likeliest {note} {share}</source>
        <translation>am wahrscheinlichsten {note} {share}</translation>
    </message>
    <message>
        <source>links in a heap of another kind</source>
        <translation>Verweise in einem Heap anderer Art</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>hört zu</translation>
    </message>
    <message>
        <source>longer</source>
        <comment>notes</comment>
        <translation>länger</translation>
    </message>
    <message>
        <source>measures</source>
        <comment>part of a file</comment>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>missing</source>
        <comment>a file</comment>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>music21 has no collection &apos;{name}&apos;; it has {known}.</source>
        <translation>music21 hat keine Sammlung „{name}“; vorhanden sind {known}.</translation>
    </message>
    <message>
        <source>new</source>
        <comment>motives</comment>
        <translation>neu</translation>
    </message>
    <message>
        <source>no cadences</source>
        <translation>keine Kadenzen</translation>
    </message>
    <message>
        <source>none</source>
        <comment>outputs</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no second model</comment>
        <translation>keines</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no MIDI input</comment>
        <translation>keiner</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no SoundFont</comment>
        <translation>keiner</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no count-in</comment>
        <translation>keiner</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no swing</comment>
        <translation>keiner</translation>
    </message>
    <message>
        <source>not in the split</source>
        <translation>nicht in der Aufteilung</translation>
    </message>
    <message>
        <source>not known</source>
        <comment>of quotes</comment>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>nothing asked for</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>off</source>
        <comment>grid</comment>
        <translation>aus</translation>
    </message>
    <message>
        <source>off the grid of 24 to a quarter</source>
        <translation>nicht auf dem Raster von 24 je Viertel</translation>
    </message>
    <message>
        <source>off the sixteenth grid</source>
        <translation>nicht auf dem Sechzehntelraster</translation>
    </message>
    <message>
        <source>on the next bar</source>
        <translation>mit dem nächsten Takt</translation>
    </message>
    <message>
        <source>on the next beat</source>
        <translation>mit dem nächsten Schlag</translation>
    </message>
    <message>
        <source>one of its makers is not a model and a blend</source>
        <translation>einer seiner „makers“ ist kein Modell mit Beimischung</translation>
    </message>
    <message>
        <source>one of its takes is no JSON object</source>
        <translation>einer der Takes ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>one pitch</source>
        <translation>nur ein Ton</translation>
    </message>
    <message>
        <source>out of MIDI&apos;s range in the models&apos; key</source>
        <translation>außerhalb des MIDI-Umfangs in der Tonart der Modelle</translation>
    </message>
    <message>
        <source>pins</source>
        <comment>part of a file</comment>
        <translation>Festgehaltene Noten</translation>
    </message>
    <message>
        <source>quarter</source>
        <comment>length of a note</comment>
        <translation>Viertel</translation>
    </message>
    <message>
        <source>quarter triplets</source>
        <comment>grid</comment>
        <translation>Vierteltriolen</translation>
    </message>
    <message>
        <source>quarters</source>
        <comment>grid</comment>
        <translation>Viertel</translation>
    </message>
    <message>
        <source>quotes {length}</source>
        <translation>Zitate: {length}</translation>
    </message>
    <message>
        <source>replaces the tune</source>
        <translation>ersetzend</translation>
    </message>
    <message>
        <source>seed</source>
        <comment>origin of a note</comment>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>seed, pinned</source>
        <translation>Anfang, festgehalten</translation>
    </message>
    <message>
        <source>shorter</source>
        <comment>notes</comment>
        <translation>kürzer</translation>
    </message>
    <message>
        <source>sixteenth</source>
        <comment>length of a note</comment>
        <translation>Sechzehntel</translation>
    </message>
    <message>
        <source>sixteenth triplets</source>
        <comment>grid</comment>
        <translation>Sechzehnteltriolen</translation>
    </message>
    <message>
        <source>sixteenths</source>
        <comment>grid</comment>
        <translation>Sechzehntel</translation>
    </message>
    <message>
        <source>sixty-fourth</source>
        <comment>length of a note</comment>
        <translation>Vierundsechzigstel</translation>
    </message>
    <message>
        <source>something stands before the superblock</source>
        <translation>vor dem Superblock steht etwas</translation>
    </message>
    <message>
        <source>steps</source>
        <comment>from note to note</comment>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>surprise {bits:.1f} bits</source>
        <translation>Überraschung {bits:.1f} Bit</translation>
    </message>
    <message>
        <source>test songs off the classic list</source>
        <translation>Testlieder außerhalb der klassischen Liste</translation>
    </message>
    <message>
        <source>the clipboard</source>
        <translation>der Zwischenablage</translation>
    </message>
    <message>
        <source>the likeliest</source>
        <translation>das Wahrscheinlichste</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>das Modell</translation>
    </message>
    <message>
        <source>the model does not know a length of {quarters:g} quarters</source>
        <translation>das Modell kennt keine Dauer von {quarters:g} Vierteln</translation>
    </message>
    <message>
        <source>the model does not know pitch {pitch}</source>
        <translation>das Modell kennt die Tonhöhe {pitch} nicht</translation>
    </message>
    <message>
        <source>the model expected a rest ({share:.0f} %)</source>
        <translation>das Modell erwartete eine Pause ({share:.0f} %)</translation>
    </message>
    <message>
        <source>the model expected {note} ({share:.0f} %)</source>
        <translation>das Modell erwartete {note} ({share:.0f} %)</translation>
    </message>
    <message>
        <source>the weights of its layer &apos;{name}&apos; do not fit its vocabulary</source>
        <translation>die Gewichte seiner Schicht „{name}“ passen nicht zu seinem Vokabular</translation>
    </message>
    <message>
        <source>the weights of its {kind} layer &apos;{name}&apos; are too large to compute with</source>
        <translation>die Gewichte seiner {kind}-Schicht „{name}“ sind zu groß zum Rechnen</translation>
    </message>
    <message>
        <source>the weights of its {kind} layer &apos;{name}&apos; do not fit its settings</source>
        <translation>die Gewichte seiner {kind}-Schicht „{name}“ passen nicht zu ihren Einstellungen</translation>
    </message>
    <message>
        <source>the weights of its {kind} layer &apos;{name}&apos; do not fit the layer before it</source>
        <translation>die Gewichte seiner {kind}-Schicht „{name}“ passen nicht zur Schicht davor</translation>
    </message>
    <message>
        <source>the whole tune</source>
        <translation>auf die ganze Melodie</translation>
    </message>
    <message>
        <source>there is no mapping &apos;{mapping}&apos;</source>
        <translation>es gibt keine Zuordnung „{mapping}“</translation>
    </message>
    <message>
        <source>thirty-second</source>
        <comment>length of a note</comment>
        <translation>Zweiunddreißigstel</translation>
    </message>
    <message>
        <source>thirty-seconds</source>
        <comment>grid</comment>
        <translation>Zweiunddreißigstel</translation>
    </message>
    <message>
        <source>three octaves</source>
        <translation>drei Oktaven</translation>
    </message>
    <message>
        <source>to</source>
        <comment>from the lowest to the highest note</comment>
        <translation>bis</translation>
    </message>
    <message>
        <source>triplet eighth</source>
        <comment>length of a note</comment>
        <translation>Achteltriole</translation>
    </message>
    <message>
        <source>triplet half</source>
        <comment>length of a note</comment>
        <translation>Halbetriole</translation>
    </message>
    <message>
        <source>triplet quarter</source>
        <comment>length of a note</comment>
        <translation>Vierteltriole</translation>
    </message>
    <message>
        <source>triplet sixteenth</source>
        <comment>length of a note</comment>
        <translation>Sechzehnteltriole</translation>
    </message>
    <message>
        <source>triplet sixty-fourth</source>
        <comment>length of a note</comment>
        <translation>Vierundsechzigsteltriole</translation>
    </message>
    <message>
        <source>triplet thirty-second</source>
        <comment>length of a note</comment>
        <translation>Zweiunddreißigsteltriole</translation>
    </message>
    <message>
        <source>triplet whole</source>
        <comment>length of a note</comment>
        <translation>Ganzetriole</translation>
    </message>
    <message>
        <source>tune</source>
        <comment>name of a file</comment>
        <translation>Melodie</translation>
    </message>
    <message>
        <source>two octaves</source>
        <translation>zwei Oktaven</translation>
    </message>
    <message>
        <source>unreadable</source>
        <comment>songs</comment>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>until 1 beat of silence</source>
        <translation>bis 1 Schlag Stille</translation>
    </message>
    <message>
        <source>until 2 beats of silence</source>
        <translation>bis 2 Schläge Stille</translation>
    </message>
    <message>
        <source>until 4 beats of silence</source>
        <translation>bis 4 Schläge Stille</translation>
    </message>
    <message>
        <source>variants of songs to validate with or to test on</source>
        <translation>Varianten von Liedern zum Validieren oder Testen</translation>
    </message>
    <message>
        <source>whole</source>
        <comment>length of a note</comment>
        <translation>Ganze</translation>
    </message>
    <message>
        <source>with other durations</source>
        <translation>mit anderen Notenwerten</translation>
    </message>
    <message>
        <source>{advice}.</source>
        <translation>{advice}.</translation>
    </message>
    <message>
        <source>{advice}: the tune is made then</source>
        <translation>{advice}: Dann entsteht die Melodie</translation>
    </message>
    <message>
        <source>{bars} and an upbeat</source>
        <translation>{bars} und ein Auftakt</translation>
    </message>
    <message>
        <source>{bits:.1f} bits</source>
        <translation>{bits:.1f} Bit</translation>
    </message>
    <message>
        <source>{bits:.1f} bits of surprise. Choose another one, and the rest is drawn anew.</source>
        <translation>{bits:.1f} Bit Überraschung. Eine andere wählen, und der Rest wird neu gezogen.</translation>
    </message>
    <message>
        <source>{bits:.2f} bits a note</source>
        <translation>{bits:.2f} Bit je Note</translation>
    </message>
    <message>
        <source>{bits:.2f} bits per note on songs it never saw</source>
        <translation>{bits:.2f} Bit je Note bei Liedern, die es nie gesehen hat</translation>
    </message>
    <message>
        <source>{bits} surprise</source>
        <translation>{bits} Überraschung</translation>
    </message>
    <message>
        <source>{clause}.</source>
        <translation>{clause}.</translation>
    </message>
    <message>
        <source>{doing}: {led:.0f} of {tries} tries led into what follows</source>
        <translation>{doing}: Anschluss ans Folgende in {led:.0f} von {tries} Versuchen</translation>
    </message>
    <message>
        <source>{doing}: {percent:.0f} %</source>
        <translation>{doing}: {percent:.0f} %</translation>
    </message>
    <message>
        <source>{ending} file</source>
        <translation>{ending}-Datei</translation>
    </message>
    <message>
        <source>{file} cannot be opened as a model: {reason}</source>
        <translation>{file} lässt sich nicht als Modell öffnen: {reason}</translation>
    </message>
    <message>
        <source>{file} cannot be opened as a model: {reason}.</source>
        <translation>{file} lässt sich nicht als Modell öffnen: {reason}.</translation>
    </message>
    <message>
        <source>{first_share} % {first}, {second_share} % {second}</source>
        <translation>{first_share} % {first}, {second_share} % {second}</translation>
    </message>
    <message>
        <source>{first} tied to {second}</source>
        <translation>{first} übergebunden zu {second}</translation>
    </message>
    <message>
        <source>{first} tied to {second} tied to {third}</source>
        <translation>{first} übergebunden zu {second} übergebunden zu {third}</translation>
    </message>
    <message numerus="yes">
        <source>{first} with {percent:.0f}% of {second}</source>
        <comment>the name of a mixture of two models</comment>
        <translation>
            <numerusform>{first} mit {percent:.0f} % {second}</numerusform>
            <numerusform>{first} mit {percent:.0f} % {second}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{keys} or {other}</source>
        <comment>two shortcuts</comment>
        <translation>
            <numerusform>{keys} oder {other}</numerusform>
            <numerusform>{keys} oder {other}</numerusform>
        </translation>
    </message>
    <message>
        <source>{key} (estimated)</source>
        <translation>{key} (geschätzt)</translation>
    </message>
    <message>
        <source>{key} as likely</source>
        <translation>{key} ebenso wahrscheinlich</translation>
    </message>
    <message>
        <source>{key} next, {bits:.1f} bits less likely</source>
        <translation>dann {key}, {bits:.1f} Bit weniger wahrscheinlich</translation>
    </message>
    <message>
        <source>{late:.1f} ms, the median of {notes} notes; half of them lie within {spread:.1f} ms of it.</source>
        <translation>{late:.1f} ms, der Median von {notes} Noten; die Hälfte liegt höchstens {spread:.1f} ms davon entfernt.</translation>
    </message>
    <message>
        <source>{line}, made by {model}</source>
        <translation>{line}, von {model} gemacht</translation>
    </message>
    <message>
        <source>{lowest} to {highest}</source>
        <translation>{lowest} bis {highest}</translation>
    </message>
    <message numerus="yes">
        <source>{low} to {high}</source>
        <comment>velocity</comment>
        <translation>
            <numerusform>{low} bis {high}</numerusform>
            <numerusform>{low} bis {high}</numerusform>
        </translation>
    </message>
    <message>
        <source>{meter}</source>
        <translation>{meter}</translation>
    </message>
    <message>
        <source>{meter}, changing</source>
        <translation>{meter}, wechselnd</translation>
    </message>
    <message numerus="yes">
        <source>{minutes}:{seconds:02}</source>
        <comment>time</comment>
        <translation>
            <numerusform>{minutes}:{seconds:02}</numerusform>
            <numerusform>{minutes}:{seconds:02}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{minutes}:{seconds:02}.{parts}</source>
        <comment>time</comment>
        <translation>
            <numerusform>{minutes}:{seconds:02}.{parts}</numerusform>
            <numerusform>{minutes}:{seconds:02}.{parts}</numerusform>
        </translation>
    </message>
    <message>
        <source>{n:,}</source>
        <translation>{n:,}</translation>
    </message>
    <message numerus="yes">
        <source>{n:,} bars</source>
        <comment>{n:,} bar</comment>
        <translation>
            <numerusform>{n:,} Takt</numerusform>
            <numerusform>{n:,} Takte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} files were not opened with the others: {files}; open them one by one.</source>
        <comment>{files} was not opened with the others; open it by itself.</comment>
        <translation>
            <numerusform>{files} wurde nicht mit den anderen geöffnet; öffnen Sie die Datei für sich.</numerusform>
            <numerusform>{n:,} Dateien wurden nicht mit den anderen geöffnet: {files}; öffnen Sie sie einzeln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} notes</source>
        <comment>{n:,} note</comment>
        <translation>
            <numerusform>{n:,} Note</numerusform>
            <numerusform>{n:,} Noten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} notes copied</source>
        <comment>{n:,} note copied</comment>
        <translation>
            <numerusform>{n:,} Note kopiert</numerusform>
            <numerusform>{n:,} Noten kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>{n:,} notes from {note} in {place} on</source>
        <translation>{n:,} Noten ab {note} in {place}</translation>
    </message>
    <message numerus="yes">
        <source>{n:,} notes pasted in {place}</source>
        <comment>{n:,} note pasted in {place}</comment>
        <translation>
            <numerusform>{n:,} Note in {place} eingefügt</numerusform>
            <numerusform>{n:,} Noten in {place} eingefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} takes</source>
        <comment>{n:,} take</comment>
        <translation>
            <numerusform>{n:,} Take</numerusform>
            <numerusform>{n:,} Takes</numerusform>
        </translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} und {last}</translation>
    </message>
    <message>
        <source>{name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>{name} (drums)</source>
        <translation>{name} (Schlagzeug)</translation>
    </message>
    <message>
        <source>{name} (not there)</source>
        <translation>{name} (nicht da)</translation>
    </message>
    <message>
        <source>{name} foretells plain tunes worse than guessing would ({bits:.1f} bits a symbol, {chance:.1f} by guessing); perhaps its mapping belongs to another model.</source>
        <translation>{name} sagt schlichte Melodien schlechter voraus als bloßes Raten ({bits:.1f} Bit je Symbol, beim Raten {chance:.1f}); vielleicht gehört die Zuordnung zu einem anderen Modell.</translation>
    </message>
    <message>
        <source>{name} must be {lowest:g} to {highest:.10g}, not {value:g}.</source>
        <translation>{name}: erlaubt sind {lowest:g} bis {highest:.10g}, nicht {value:g}.</translation>
    </message>
    <message>
        <source>{name} must be {lowest:g} to {highest:g}, not {value:g}.</source>
        <translation>{name}: erlaubt sind {lowest:g} bis {highest:g}, nicht {value:g}.</translation>
    </message>
    <message>
        <source>{name}, voice {n}</source>
        <translation>{name}, Unterstimme {n}</translation>
    </message>
    <message>
        <source>{name}: {less} or {more}</source>
        <translation>{name}: {less} oder {more}</translation>
    </message>
    <message numerus="yes">
        <source>{notes} in {n:,} bars</source>
        <comment>{notes} in {n:,} bar</comment>
        <translation>
            <numerusform>{notes} in {n:,} Takt</numerusform>
            <numerusform>{notes} in {n:,} Takten</numerusform>
        </translation>
    </message>
    <message>
        <source>{note} here: {figures}</source>
        <translation>{note} hier: {figures}</translation>
    </message>
    <message>
        <source>{note} in {place}</source>
        <translation>{note} in {place}</translation>
    </message>
    <message>
        <source>{note} in {place}, {length}</source>
        <translation>{note} in {place}, {length}</translation>
    </message>
    <message>
        <source>{note} is the least likely note here</source>
        <translation>{note} ist hier die unwahrscheinlichste Note</translation>
    </message>
    <message>
        <source>{note} is the likeliest note here</source>
        <translation>{note} ist hier die wahrscheinlichste Note</translation>
    </message>
    <message>
        <source>{note}, {share}</source>
        <translation>{note}, {share}</translation>
    </message>
    <message>
        <source>{note}, {share}, it stands here</source>
        <translation>{note}, {share}, steht hier</translation>
    </message>
    <message>
        <source>{note}: {bits:.1f} bits</source>
        <translation>{note}: {bits:.1f} Bit</translation>
    </message>
    <message numerus="yes">
        <source>{note}{octave}</source>
        <comment>pitch</comment>
        <translation>
            <numerusform>{note}{octave}</numerusform>
            <numerusform>{note}{octave}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{notices} And {n:,} more of this kind.</source>
        <comment>{notices} And 1 more of this kind.</comment>
        <translation>
            <numerusform>{notices} Und 1 weiterer Hinweis dieser Art.</numerusform>
            <numerusform>{notices} Und {n:,} weitere Hinweise dieser Art.</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} **kern voices; a melody has one, so keep only that one.</source>
        <translation>{n} **kern-Stimmen; eine Melodie hat nur eine, behalten Sie also nur diese.</translation>
    </message>
    <message numerus="yes">
        <source>{n} asked for</source>
        <comment>{n} asked for</comment>
        <translation>
            <numerusform>{n} aktiv</numerusform>
            <numerusform>{n} aktiv</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} bars</source>
        <comment>{n} bar</comment>
        <translation>
            <numerusform>{n} Takt</numerusform>
            <numerusform>{n} Takte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} beats so far, too few played along.</source>
        <comment>{n} beat so far, too few played along.</comment>
        <translation>
            <numerusform>Bisher {n} Schlag, zu wenig mitgespielt.</numerusform>
            <numerusform>Bisher {n} Schläge, zu wenig mitgespielt.</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} columns where {spines} are open.</source>
        <translation>{n} Spalten, wo {spines} offen sind.</translation>
    </message>
    <message numerus="yes">
        <source>{n} notes</source>
        <comment>{n} note</comment>
        <translation>
            <numerusform>{n} Note</numerusform>
            <numerusform>{n} Noten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} notes lie outside the limit for quotations, where the model had no other to go on with.</source>
        <comment>{n} note lies outside the limit for quotations, where the model had no other to go on with.</comment>
        <translation>
            <numerusform>{n} Note überschreitet die Grenze für Zitate, wo dem Modell keine andere Fortsetzung blieb.</numerusform>
            <numerusform>{n} Noten überschreiten die Grenze für Zitate, wo dem Modell keine andere Fortsetzung blieb.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} notes lie outside the range, where the model had no other to go on with.</source>
        <comment>{n} note lies outside the range, where the model had no other to go on with.</comment>
        <translation>
            <numerusform>{n} Note liegt außerhalb des Umfangs, wo dem Modell keine andere Fortsetzung blieb.</numerusform>
            <numerusform>{n} Noten liegen außerhalb des Umfangs, wo dem Modell keine andere Fortsetzung blieb.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} notes lie outside the scale, where the model had no other to go on with.</source>
        <comment>{n} note lies outside the scale, where the model had no other to go on with.</comment>
        <translation>
            <numerusform>{n} Note liegt außerhalb der Tonleiter, wo dem Modell keine andere Fortsetzung blieb.</numerusform>
            <numerusform>{n} Noten liegen außerhalb der Tonleiter, wo dem Modell keine andere Fortsetzung blieb.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} notes of the seed have a rhythm that the model does not know; it hears the nearest one.</source>
        <comment>{n} note of the seed has a rhythm that the model does not know; it hears the nearest one.</comment>
        <translation>
            <numerusform>{n} Note des Anfangs hat einen Rhythmus, den das Modell nicht kennt; es hört den nächstliegenden.</numerusform>
            <numerusform>{n} Noten des Anfangs haben einen Rhythmus, den das Modell nicht kennt; es hört den nächstliegenden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} notes of the tune have a rhythm that the model does not know; it hears the nearest one.</source>
        <comment>{n} note of the tune has a rhythm that the model does not know; it hears the nearest one.</comment>
        <translation>
            <numerusform>{n} Note der Melodie hat einen Rhythmus, den das Modell nicht kennt; es hört den nächstliegenden.</numerusform>
            <numerusform>{n} Noten der Melodie haben einen Rhythmus, den das Modell nicht kennt; es hört den nächstliegenden.</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} octaves</source>
        <translation>{n} Oktaven</translation>
    </message>
    <message numerus="yes">
        <source>{n} takes</source>
        <comment>{n} take</comment>
        <translation>
            <numerusform>{n} Take</numerusform>
            <numerusform>{n} Takes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} {reason}</source>
        <comment>songs left out</comment>
        <translation>
            <numerusform>{n} {reason}</numerusform>
            <numerusform>{n} {reason}</numerusform>
        </translation>
    </message>
    <message>
        <source>{octaves} and {interval}</source>
        <translation>{octaves} und {interval}</translation>
    </message>
    <message>
        <source>{percent:.0f} %</source>
        <translation>{percent:.0f} %</translation>
    </message>
    <message>
        <source>{percent} like the seed</source>
        <translation>{percent} wie der Anfang</translation>
    </message>
    <message>
        <source>{percent} repetition</source>
        <translation>{percent} Wiederholung</translation>
    </message>
    <message>
        <source>{place}, {pitch}, no note</source>
        <translation>{place}, {pitch}, keine Note</translation>
    </message>
    <message>
        <source>{quarters:.4g} quarters</source>
        <translation>{quarters:.4g} Viertel</translation>
    </message>
    <message>
        <source>{reason} (mapping: {mapping})</source>
        <translation>{reason} (Zuordnung: {mapping})</translation>
    </message>
    <message>
        <source>{sentence} It takes long. Go on?</source>
        <translation>{sentence} Das dauert lange. Weiter warten?</translation>
    </message>
    <message>
        <source>{share}, {bits:.1f} bits</source>
        <translation>{share}, {bits:.1f} Bit</translation>
    </message>
    <message>
        <source>{tempo:.0f} quarters a minute</source>
        <translation>{tempo:.0f} Viertel in der Minute</translation>
    </message>
    <message numerus="yes">
        <source>{tempo}, {n:,} changes</source>
        <comment>{tempo}, {n:,} change</comment>
        <translation>
            <numerusform>{tempo}, {n:,} Änderung</numerusform>
            <numerusform>{tempo}, {n:,} Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>{title}, {summary}</source>
        <translation>{title}, {summary}</translation>
    </message>
    <message>
        <source>{title}: {summary}</source>
        <translation>{title}: {summary}</translation>
    </message>
    <message>
        <source>{variable} names no cluster with this process in it; docs/training.md shows how.</source>
        <translation>{variable} nennt keinen Cluster mit diesem Prozess darin; docs/training.md zeigt, wie es geht.</translation>
    </message>
</context>
</TS>
