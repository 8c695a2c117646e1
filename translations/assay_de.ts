<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name></name>
    <message>
        <source>Demographic parity difference</source>
        <translation>Differenz der demografischen Parität</translation>
    </message>
    <message>
        <source>Demographic parity ratio</source>
        <translation>Verhältnis der demografischen Parität</translation>
    </message>
    <message>
        <source>Equalized odds difference</source>
        <translation>Differenz der Equalized Odds</translation>
    </message>
    <message>
        <source>Equalized odds ratio</source>
        <translation>Verhältnis der Equalized Odds</translation>
    </message>
    <message>
        <source>Equal opportunity difference</source>
        <translation>Differenz der Chancengleichheit</translation>
    </message>
    <message>
        <source>Predictive parity difference</source>
        <translation>Differenz der prädiktiven Parität</translation>
    </message>
    <message>
        <source>Disparate impact</source>
        <translation>Disparate Impact</translation>
    </message>
    <message>
        <source>Statistical parity difference</source>
        <translation>Differenz der statistischen Parität</translation>
    </message>
    <message>
        <source>Average odds difference</source>
        <translation>Mittlere Odds-Differenz</translation>
    </message>
    <message>
        <source>Theil index</source>
        <translation>Theil-Index</translation>
    </message>
</context>
<context>
    <name>Conclusion</name>
    <message>
        <source>%1 %</source>
        <comment>level</comment>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The work ended unexpectedly: %1.</source>
        <translation>Der Vorgang wurde unerwartet beendet: %1.</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again; if it happens again, report it with the text above.</source>
        <translation>Es wurde nichts geändert. Versuchen Sie es erneut; tritt der Fehler wieder auf, melden Sie ihn mit dem obigen Text.</translation>
    </message>
    <message>
        <source>Check that the file exists and that you may read it.</source>
        <translation>Prüfen Sie, ob die Datei existiert und Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>Choose a file inside the folder.</source>
        <translation>Wählen Sie eine Datei im Ordner.</translation>
    </message>
    <message>
        <source>Choose a file with at least a header and one row.</source>
        <translation>Wählen Sie eine Datei mit mindestens einer Kopfzeile und einer Zeile.</translation>
    </message>
    <message>
        <source>CSV, TSV, JSON, JSON Lines and Parquet can be read; export the data as one of them.</source>
        <translation>CSV, TSV, JSON, JSON Lines und Parquet können gelesen werden; exportieren Sie die Daten in einem dieser Formate.</translation>
    </message>
    <message>
        <source>Choose another delimiter in the import sheet, or mend the line in the file.</source>
        <translation>Wählen Sie im Importdialog ein anderes Trennzeichen oder korrigieren Sie die Zeile in der Datei.</translation>
    </message>
    <message>
        <source>Choose another encoding in the import sheet.</source>
        <translation>Wählen Sie im Importdialog eine andere Zeichenkodierung.</translation>
    </message>
    <message>
        <source>Choose another target, or a file in which it is filled in.</source>
        <translation>Wählen Sie eine andere Zielspalte oder eine Datei, in der sie ausgefüllt ist.</translation>
    </message>
    <message>
        <source>Choose a target with at least two different values.</source>
        <translation>Wählen Sie eine Zielspalte mit mindestens zwei verschiedenen Werten.</translation>
    </message>
    <message>
        <source>Use fewer folds or a larger share of rows.</source>
        <translation>Verwenden Sie weniger Faltungen oder einen größeren Anteil der Zeilen.</translation>
    </message>
    <message>
        <source>Drop fewer columns.</source>
        <translation>Lassen Sie weniger Spalten weg.</translation>
    </message>
    <message>
        <source>Another program is writing to the store. Try again in a moment.</source>
        <translation>Ein anderes Programm schreibt gerade in die Ablage. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Make room on the disk, then try again.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Open a store in a folder you may write to.</source>
        <translation>Öffnen Sie eine Ablage in einem Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>The store is shown as far as it can be read. Restore a backup.</source>
        <translation>Die Ablage wird angezeigt, soweit sie lesbar ist. Stellen Sie eine Sicherung wieder her.</translation>
    </message>
    <message>
        <source>Update Assay to open this store.</source>
        <translation>Aktualisieren Sie Assay, um diese Ablage zu öffnen.</translation>
    </message>
    <message>
        <source>It may have been deleted in another window. Look at the runs.</source>
        <translation>Möglicherweise wurde er in einem anderen Fenster gelöscht. Sehen Sie in den Läufen nach.</translation>
    </message>
    <message>
        <source>Run it again to make the file anew.</source>
        <translation>Führen Sie den Lauf erneut aus, um die Datei neu zu erzeugen.</translation>
    </message>
    <message>
        <source>Choose at least two runs.</source>
        <translation>Wählen Sie mindestens zwei Läufe.</translation>
    </message>
    <message>
        <source>Compare runs of one task with each other.</source>
        <translation>Vergleichen Sie nur Läufe derselben Aufgabe.</translation>
    </message>
    <message>
        <source>Compare runs that were tested on the same rows.</source>
        <translation>Vergleichen Sie Läufe, die auf denselben Zeilen getestet wurden.</translation>
    </message>
    <message>
        <source>Choose two files with columns of the same names.</source>
        <translation>Wählen Sie zwei Dateien mit gleichen Spaltennamen.</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>Spalte %1</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>&lt; 0.1 %</source>
        <translation>&lt; 0,1 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Share of rows whose predicted class is the true one.</source>
        <translation>Anteil der Zeilen, deren vorhergesagte Klasse die tatsächliche ist.</translation>
    </message>
    <message>
        <source>Average precision</source>
        <translation>Mittlere Präzision</translation>
    </message>
    <message>
        <source>Area under the precision-recall curve: mean precision over all recalls.</source>
        <translation>Fläche unter der Precision-Recall-Kurve: mittlere Präzision über alle Trefferquoten.</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Basismodell</translation>
    </message>
    <message>
        <source>A model that ignores the features. What does not beat it has learnt nothing.</source>
        <translation>Ein Modell, das die Merkmale nicht beachtet. Was nicht besser ist, hat nichts gelernt.</translation>
    </message>
    <message>
        <source>Brier score</source>
        <translation>Brier-Score</translation>
    </message>
    <message>
        <source>Mean squared distance of the probability from what happened; lower is better.</source>
        <translation>Mittlerer quadratischer Abstand der Wahrscheinlichkeit vom Eingetretenen; kleiner ist besser.</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Whether 70 % means 7 times in 10. The expected calibration error (ECE) measures how far it does not.</source>
        <translation>Ob 70 % in 7 von 10 Fällen heißt. Der erwartete Kalibrierungsfehler (ECE) misst die Abweichung davon.</translation>
    </message>
    <message>
        <source>Confidence interval</source>
        <translation>Konfidenzintervall</translation>
    </message>
    <message>
        <source>The range of values that go with the data; here at 95 % unless something else is said.</source>
        <translation>Der Bereich der Werte, die zu den Daten passen; hier zu 95 %, sofern nichts anderes angegeben ist.</translation>
    </message>
    <message>
        <source>Demographic parity</source>
        <translation>Demografische Parität</translation>
    </message>
    <message>
        <source>Every group is selected at the same rate.</source>
        <translation>Jede Gruppe wird gleich häufig ausgewählt.</translation>
    </message>
    <message>
        <source>Disparate impact</source>
        <translation>Disparate Impact</translation>
    </message>
    <message>
        <source>Selection rate of the others over that of the privileged group; under 0.8 is often called adverse.</source>
        <translation>Auswahlrate der übrigen im Verhältnis zu jener der privilegierten Gruppe; unter 0,8 gilt oft als benachteiligend.</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>The data of today is distributed unlike the data a model learnt from.</source>
        <translation>Die heutigen Daten sind anders verteilt als jene, aus denen ein Modell gelernt hat.</translation>
    </message>
    <message>
        <source>Equalized odds</source>
        <translation>Equalized Odds</translation>
    </message>
    <message>
        <source>Every group has the same rates of true and of false positives.</source>
        <translation>Jede Gruppe hat die gleichen Raten richtig und falsch positiver Vorhersagen.</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>A name under which runs are gathered.</source>
        <translation>Ein Name, unter dem Läufe gesammelt werden.</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Faltung</translation>
    </message>
    <message>
        <source>One of the k parts of the rows, tested once while the others are learnt from.</source>
        <translation>Einer der k Teile der Zeilen; jeder wird einmal getestet, während aus den anderen gelernt wird.</translation>
    </message>
    <message>
        <source>Holdout</source>
        <translation>Holdout</translation>
    </message>
    <message>
        <source>Rows kept from learning, to test on.</source>
        <translation>Zeilen, die zum Testen vom Lernen ausgenommen sind.</translation>
    </message>
    <message>
        <source>Leakage</source>
        <translation>Leakage</translation>
    </message>
    <message>
        <source>A column that knows the answer and will not be there when it is needed.</source>
        <translation>Eine Spalte, die die Antwort kennt und fehlt, wenn sie gebraucht wird.</translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>Log Loss</translation>
    </message>
    <message>
        <source>Mean surprise at what happened; lower is better, and certainty that is wrong costs most.</source>
        <translation>Mittlere Überraschung über das Eingetretene; kleiner ist besser, und falsche Gewissheit kostet am meisten.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Of those predicted positive, the share that are.</source>
        <translation>Anteil der positiv vorhergesagten Zeilen, die es tatsächlich sind.</translation>
    </message>
    <message>
        <source>Protected column</source>
        <translation>Geschützte Spalte</translation>
    </message>
    <message>
        <source>Sex, age, origin and the like: what fairness is judged by.</source>
        <translation>Geschlecht, Alter, Herkunft und Ähnliches: wonach Fairness beurteilt wird.</translation>
    </message>
    <message>
        <source>PSI</source>
        <translation>PSI</translation>
    </message>
    <message>
        <source>Population stability index: how far a distribution moved; above 0.2 is much.</source>
        <translation>Populationsstabilitätsindex: wie weit sich eine Verteilung verschoben hat; über 0,2 ist viel.</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote (Recall)</translation>
    </message>
    <message>
        <source>Of those that are positive, the share that was found.</source>
        <translation>Anteil der tatsächlich positiven Zeilen, die gefunden wurden.</translation>
    </message>
    <message>
        <source>ROC AUC</source>
        <translation>ROC-AUC</translation>
    </message>
    <message>
        <source>Chance that a positive row gets a higher score than a negative one; 0.5 is guessing.</source>
        <translation>Wahrscheinlichkeit, dass eine positive Zeile einen höheren Score erhält als eine negative; 0,5 ist Raten.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>One training with all that is needed to do it again: data, split, seed, parameters, machine.</source>
        <translation>Ein Training mit allem, was zur Wiederholung nötig ist: Daten, Aufteilung, Startwert, Parameter, Rechner.</translation>
    </message>
    <message>
        <source>Shapley value</source>
        <translation>Shapley-Wert</translation>
    </message>
    <message>
        <source>A feature&apos;s fair share of one prediction; all shares and the base value add up to it.</source>
        <translation>Der faire Anteil eines Merkmals an einer Vorhersage; alle Anteile und der Basiswert ergeben sie zusammen.</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Ablage</translation>
    </message>
    <message>
        <source>The file runs are kept in, with a folder of artifacts beside it.</source>
        <translation>Die Datei, in der Läufe aufbewahrt werden, mit einem Ordner für Artefakte daneben.</translation>
    </message>
</context>
<context>
    <name>ImportProblems</name>
    <message>
        <source>Columns of texts are left out: %1.</source>
        <translation>Textspalten werden ausgelassen: %1.</translation>
    </message>
    <message>
        <source>The last row was not written to its end and is left out.</source>
        <translation>Die letzte Zeile wurde nicht bis zum Ende geschrieben und wird ausgelassen.</translation>
    </message>
    <message>
        <source>The row has %1 cells where there are %2 columns: it is left out.</source>
        <translation>Die Zeile hat %1 Zellen bei %2 Spalten: Sie wird ausgelassen.</translation>
    </message>
    <message>
        <source>The cell of column `%1` is no number: it is left out.</source>
        <translation>Die Zelle der Spalte „%1“ ist keine Zahl: Sie wird ausgelassen.</translation>
    </message>
    <message>
        <source>The alias %1 of the model %2 is left out: its version %3 is not here.</source>
        <translation>Der Alias %1 des Modells %2 wird ausgelassen: Seine Version %3 ist hier nicht vorhanden.</translation>
    </message>
    <message>
        <source>The registered model %1 is left out: %2</source>
        <translation>Das registrierte Modell %1 wird ausgelassen: %2</translation>
    </message>
    <message>
        <source>The files of %1 runs, such as these, were not found here; their address is kept as the tag mlflow.artifactUri. Name the folder that holds them and take the runs over again.</source>
        <translation>Die Dateien von %1 Läufen, etwa von diesen, wurden hier nicht gefunden; ihre Adresse bleibt als Tag mlflow.artifactUri erhalten. Geben Sie den Ordner an, der sie enthält, und übernehmen Sie die Läufe erneut.</translation>
    </message>
    <message>
        <source>This is no file but a link or a device, and is left out.</source>
        <translation>Dies ist keine Datei, sondern ein Link oder ein Gerät, und wird ausgelassen.</translation>
    </message>
    <message>
        <source>This file may not be read and is left out.</source>
        <translation>Diese Datei darf nicht gelesen werden und wird ausgelassen.</translation>
    </message>
    <message>
        <source>This value is not in UTF-8; what could not be read is replaced by a mark.</source>
        <translation>Dieser Wert ist nicht in UTF-8 kodiert; nicht Lesbares ist durch ein Ersatzzeichen ersetzt.</translation>
    </message>
    <message>
        <source>This file is missing or cannot be read.</source>
        <translation>Diese Datei fehlt oder kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This file is longer than a value can be.</source>
        <translation>Diese Datei ist länger, als ein Wert sein darf.</translation>
    </message>
    <message>
        <source>This description cannot be read: %1.</source>
        <translation>Diese Beschreibung kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Diese Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The last line was not written to its end and is left out.</source>
        <translation>Die letzte Zeile wurde nicht bis zum Ende geschrieben und wird ausgelassen.</translation>
    </message>
    <message>
        <source>This line is no point of a metric and is left out.</source>
        <translation>Diese Zeile ist kein Punkt einer Metrik und wird ausgelassen.</translation>
    </message>
    <message>
        <source>%1 more such lines.</source>
        <translation>Weitere Zeilen dieser Art: %1.</translation>
    </message>
    <message>
        <source>Summaries that are no scalars are left out: %1.</source>
        <translation>Summary-Einträge, die keine Skalare sind, werden ausgelassen: %1.</translation>
    </message>
    <message>
        <source>The length of a record is damaged: the rest of this file cannot be read.</source>
        <translation>Die Länge eines Eintrags ist beschädigt: Der Rest dieser Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The checksum of a record is wrong: it is left out.</source>
        <translation>Die Prüfsumme eines Eintrags ist falsch: Er wird ausgelassen.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Die Datei kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>A record is no event: it is left out.</source>
        <translation>Ein Eintrag ist kein Ereignis: Er wird ausgelassen.</translation>
    </message>
    <message>
        <source>Row %1 of the metrics is no JSON object: it is left out.</source>
        <translation>Zeile %1 der Metriken ist kein JSON-Objekt: Sie wird ausgelassen.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>A record cannot be read: it is left out.</source>
        <translation>Ein Eintrag kann nicht gelesen werden: Er wird ausgelassen.</translation>
    </message>
    <message>
        <source>The checksum of a record is wrong: its block of 32 KiB is left out.</source>
        <translation>Die Prüfsumme eines Eintrags ist falsch: Sein Block von 32 KiB wird ausgelassen.</translation>
    </message>
    <message>
        <source>This is no id of a logged model; it is left out.</source>
        <translation>Das ist keine Kennung eines protokollierten Modells; es wird ausgelassen.</translation>
    </message>
    <message>
        <source>This logged model, which the run %1 made, is not there.</source>
        <translation>Dieses protokollierte Modell, das der Lauf %1 erzeugt hat, ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>Edited here and changed at its source since, which is kept as it is here: %1.</source>
        <translation>Hier bearbeitet und seither auch an der Quelle geändert; es bleibt, wie es hier ist: %1.</translation>
    </message>
    <message>
        <source>The %1 of the model %2 was changed here and is kept: its source has another.</source>
        <translation>%1 des Modells %2 wurde hier geändert und bleibt: In der Quelle steht etwas anderes.</translation>
    </message>
    <message>
        <source>A quote begins in this row and never ends: the rest of the file is left out.</source>
        <translation>In dieser Zeile beginnt ein Anführungszeichen, das nie schließt: Der Rest der Datei wird ausgelassen.</translation>
    </message>
    <message>
        <source>No row of this file holds a number.</source>
        <translation>Keine Zeile dieser Datei enthält eine Zahl.</translation>
    </message>
    <message>
        <source>%1 more rows or cells are left out.</source>
        <translation>%1 weitere Zeilen oder Zellen werden ausgelassen.</translation>
    </message>
    <message>
        <source>%1 points were logged again after a restart from an earlier step; they are kept apart, in series called `superseded/…`.</source>
        <translation>%1 Punkte wurden nach einem Neustart ab einem früheren Schritt noch einmal protokolliert; sie werden getrennt aufbewahrt, in Reihen namens `superseded/…`.</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Yes or no</source>
        <translation>Ja oder Nein</translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation>Ganze Zahl</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>Two values, such as true and false</source>
        <translation>Zwei Werte, etwa wahr und falsch</translation>
    </message>
    <message>
        <source>Counts and other numbers without a fraction</source>
        <translation>Anzahlen und andere Zahlen ohne Nachkommastellen</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>One of a few names; becomes a feature for each</source>
        <translation>Einer von wenigen Namen; jeder wird zu einem Merkmal</translation>
    </message>
    <message>
        <source>Free text and identifiers</source>
        <translation>Freitext und Kennungen</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>Ein Tag</translation>
    </message>
    <message>
        <source>A moment</source>
        <translation>Ein Zeitpunkt</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>Loan applications</source>
        <translation>Kreditanträge</translation>
    </message>
    <message>
        <source>Who gets a loan? Two outcomes, with sex and age as protected columns.</source>
        <translation>Wer erhält einen Kredit? Zwei Ergebnisse, mit Geschlecht und Alter als geschützten Spalten.</translation>
    </message>
    <message>
        <source>Binary · fairness</source>
        <translation>Binär · Fairness</translation>
    </message>
    <message>
        <source>House prices</source>
        <translation>Hauspreise</translation>
    </message>
    <message>
        <source>What is a house worth? A number to predict from size, place and age.</source>
        <translation>Was ist ein Haus wert? Eine Zahl, vorherzusagen aus Größe, Lage und Alter.</translation>
    </message>
    <message>
        <source>Regression</source>
        <translation>Regression</translation>
    </message>
    <message>
        <source>Loans, a year later</source>
        <translation>Kredite, ein Jahr später</translation>
    </message>
    <message>
        <source>The same columns from another year: has the data moved away from what models learnt?</source>
        <translation>Dieselben Spalten aus einem anderen Jahr: Haben sich die Daten von dem entfernt, was Modelle gelernt haben?</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>der Ordner kann nicht angelegt werden</translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>Two classes</source>
        <translation>Zwei Klassen</translation>
    </message>
    <message>
        <source>Several classes</source>
        <translation>Mehrere Klassen</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>Eine Zahl</translation>
    </message>
</context>
<context>
    <name>assay::app::ReportText</name>
    <message>
        <source>undefined</source>
        <translation>nicht definiert</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Base rate</source>
        <translation>Basisrate</translation>
    </message>
    <message>
        <source>Selection rate</source>
        <translation>Auswahlrate</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>True positive rate</source>
        <translation>Richtig-positiv-Rate</translation>
    </message>
    <message>
        <source>False positive rate</source>
        <translation>Falsch-positiv-Rate</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>ROC AUC</source>
        <translation>ROC-AUC</translation>
    </message>
    <message>
        <source>%1 (privileged)</source>
        <translation>%1 (privilegiert)</translation>
    </message>
    <message>
        <source>Disparity</source>
        <translation>Disparität</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Even</source>
        <translation>Ausgeglichen</translation>
    </message>
    <message>
        <source>Demographic parity difference, over all groups</source>
        <translation>Differenz der demografischen Parität, über alle Gruppen</translation>
    </message>
    <message>
        <source>Demographic parity ratio, over all groups</source>
        <translation>Verhältnis der demografischen Parität, über alle Gruppen</translation>
    </message>
    <message>
        <source>Equalized odds difference, over all groups</source>
        <translation>Differenz der Equalized Odds, über alle Gruppen</translation>
    </message>
    <message>
        <source>Equal opportunity difference, over all groups</source>
        <translation>Differenz der Chancengleichheit, über alle Gruppen</translation>
    </message>
    <message>
        <source>Predictive parity difference, over all groups</source>
        <translation>Differenz der prädiktiven Parität, über alle Gruppen</translation>
    </message>
    <message>
        <source>Disparate impact, against the privileged group</source>
        <translation>Disparate Impact, gegenüber der privilegierten Gruppe</translation>
    </message>
    <message>
        <source>Statistical parity difference, against the privileged group</source>
        <translation>Differenz der statistischen Parität, gegenüber der privilegierten Gruppe</translation>
    </message>
    <message>
        <source>Average odds difference, against the privileged group</source>
        <translation>Mittlere Odds-Differenz, gegenüber der privilegierten Gruppe</translation>
    </message>
    <message>
        <source>Theil index</source>
        <translation>Theil-Index</translation>
    </message>
    <message>
        <source>By %1; “%2” is taken as the privileged group, the one given or else the one selected most often.</source>
        <translation>Nach %1; als privilegierte Gruppe gilt „%2“, die angegebene oder sonst die am häufigsten ausgewählte.</translation>
    </message>
    <message>
        <source>Fairness</source>
        <translation>Fairness</translation>
    </message>
    <message>
        <source>What drives predictions</source>
        <translation>Was die Vorhersagen bestimmt</translation>
    </message>
    <message>
        <source>tree SHAP, following the cover of training rows</source>
        <translation>Baum-SHAP, gemäß der Abdeckung der Trainingszeilen</translation>
    </message>
    <message>
        <source>linear SHAP, against the training means</source>
        <translation>lineares SHAP, gegenüber den Mittelwerten des Trainings</translation>
    </message>
    <message>
        <source>permutation importance</source>
        <translation>Permutationswichtigkeit</translation>
    </message>
    <message>
        <source>By %1, on %2 rows.</source>
        <translation>Verfahren: %1, auf %2 Zeilen.</translation>
    </message>
    <message>
        <source>By %1.</source>
        <translation>Verfahren: %1.</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>nichts zu tun</translation>
    </message>
    <message>
        <source>watch</source>
        <translation>beobachten</translation>
    </message>
    <message>
        <source>retrain</source>
        <translation>neu trainieren</translation>
    </message>
    <message>
        <source>go back to experimenting</source>
        <translation>wieder experimentieren</translation>
    </message>
    <message>
        <source>%1 (%2 rows) against %3 (%4 rows): %5 of the columns drifted. Advice by that share: %6.</source>
        <translation>%1 (%2 Zeilen) gegenüber %3 (%4 Zeilen): %5 der Spalten sind gedriftet. Empfehlung nach diesem Anteil: %6.</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Verschiebung</translation>
    </message>
    <message>
        <source>PSI</source>
        <translation>PSI</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Missing before</source>
        <translation>Fehlend vorher</translation>
    </message>
    <message>
        <source>Missing now</source>
        <translation>Fehlend jetzt</translation>
    </message>
    <message>
        <source>drifted</source>
        <translation>gedriftet</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>stabil</translation>
    </message>
    <message>
        <source>The %1 columns that moved most, of %2.</source>
        <translation>Die %1 am stärksten verschobenen Spalten von %2.</translation>
    </message>
    <message>
        <source>Warnings about the data</source>
        <translation>Warnungen zu den Daten</translation>
    </message>
    <message>
        <source>%1: %2 rows, %3 columns, %4 duplicate rows.</source>
        <translation>%1: %2 Zeilen, %3 Spalten, %4 doppelte Zeilen.</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>(all)</source>
        <translation>(alle)</translation>
    </message>
    <message>
        <source>Nothing stood out.</source>
        <translation>Keine Auffälligkeiten.</translation>
    </message>
    <message>
        <source>Report on %1</source>
        <translation>Bericht über %1</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Made by Assay. Everything here was computed on one machine from local files.</source>
        <translation>Erstellt mit Assay. Alles wurde auf einem einzigen Rechner aus lokalen Dateien berechnet.</translation>
    </message>
    <message>
        <source>DeLong for AUC</source>
        <translation>DeLong für AUC</translation>
    </message>
    <message>
        <source>Wilson for shares</source>
        <translation>Wilson für Anteile</translation>
    </message>
    <message>
        <source>bootstrap else</source>
        <translation>sonst Bootstrap</translation>
    </message>
    <message>
        <source>%1 − %2</source>
        <comment>two models</comment>
        <translation>%1 − %2</translation>
    </message>
    <message>
        <source>%1 against %2 rows</source>
        <comment>discordant</comment>
        <translation>%1 gegen %2 Zeilen</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>The best of each row is marked.</source>
        <translation>Der beste Wert jeder Zeile ist markiert.</translation>
    </message>
    <message>
        <source>Intervals of 95 %: %1.</source>
        <translation>95-%-Intervalle: %1.</translation>
    </message>
    <message>
        <source>Classes are decided at a score of %1.</source>
        <translation>Die Klassen werden bei einem Score von %1 getrennt.</translation>
    </message>
    <message>
        <source>Paired comparison</source>
        <translation>Paarweiser Vergleich</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Difference in %1</source>
        <translation>Differenz bei %1</translation>
    </message>
    <message>
        <source>p, adjusted</source>
        <translation>p, adjustiert</translation>
    </message>
    <message>
        <source>McNemar</source>
        <translation>McNemar</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>tested on %1</source>
        <translation>getestet auf %1</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>Verwendet für</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>No data was recorded for these runs: their predictions came from elsewhere.</source>
        <translation>Zu diesen Läufen wurden keine Daten aufgezeichnet: Ihre Vorhersagen stammen von anderswo.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Zielspalte</translation>
    </message>
    <message>
        <source>Positive class</source>
        <translation>Positive Klasse</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Rows tested</source>
        <translation>Getestete Zeilen</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>What differs between the runs is marked; a dash means that the model has no such parameter.</source>
        <translation>Unterschiede zwischen den Läufen sind markiert; ein Strich bedeutet, dass das Modell keinen solchen Parameter hat.</translation>
    </message>
    <message>
        <source>Run it again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>The same data, parameters and seed give the same numbers.</source>
        <translation>Gleiche Daten, Parameter und Startwerte ergeben gleiche Zahlen.</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Git commit</source>
        <translation>Git-Commit</translation>
    </message>
    <message>
        <source>%1, with uncommitted changes</source>
        <translation>%1, mit nicht übernommenen Änderungen</translation>
    </message>
    <message>
        <source>%1 (%2 % interval %3 to %4)</source>
        <translation>%1 (%2-%-Intervall %3 bis %4)</translation>
    </message>
    <message>
        <source>%1 of the rate of “%2” by %3</source>
        <comment>ratio, group, attribute</comment>
        <translation>%1 der Rate von „%2“ nach %3</translation>
    </message>
    <message>
        <source>With %1, everyone else is selected at %2.</source>
        <translation>Mit %1 beträgt die Auswahlrate aller anderen %2.</translation>
    </message>
    <message>
        <source>Between %1 and %2, %3 of %4 columns drifted.</source>
        <translation>Zwischen %1 und %2 sind %3 von %4 Spalten gedriftet.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>%1 is undefined for these runs.</source>
        <translation>%1 ist für diese Läufe nicht definiert.</translation>
    </message>
    <message>
        <source>%1 is best of %2 models: %3 %4.</source>
        <translation>%1 ist das beste von %2 Modellen: %3 %4.</translation>
    </message>
    <message>
        <source>%1 reaches %2 %3.</source>
        <translation>%1 erreicht %2 %3.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>model, warning</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Net benefit of %1</source>
        <translation>Nettonutzen von %1</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwellenwert</translation>
    </message>
    <message>
        <source>Net benefit a row</source>
        <translation>Nettonutzen je Zeile</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alle auswählen</translation>
    </message>
    <message>
        <source>A model is worth using at the thresholds where its curve is above both selecting all rows and selecting none, which is 0.</source>
        <translation>Ein Modell lohnt sich bei den Schwellenwerten, bei denen seine Kurve sowohl über der für alle Zeilen als auch über 0 liegt, dem Wert ohne ausgewählte Zeilen.</translation>
    </message>
    <message>
        <source>ROC curve of each class against the rest</source>
        <translation>ROC-Kurve jeder Klasse gegen die übrigen</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>figure, class</comment>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>Area under the curve: %1.</source>
        <translation>Fläche unter der Kurve: %1.</translation>
    </message>
    <message>
        <source>Residuals against a normal distribution</source>
        <translation>Residuen gegen eine Normalverteilung</translation>
    </message>
    <message>
        <source>Quantile of the normal distribution</source>
        <translation>Quantil der Normalverteilung</translation>
    </message>
    <message>
        <source>Quantile of the residuals</source>
        <translation>Quantil der Residuen</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normalverteilung</translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation>Residuen</translation>
    </message>
    <message>
        <source>Points leave the line where errors are larger or smaller than normal ones would be.</source>
        <translation>Die Punkte verlassen die Linie, wo Fehler größer oder kleiner sind, als es normalverteilte wären.</translation>
    </message>
    <message>
        <source>RMSE by %1</source>
        <translation>RMSE nach %1</translation>
    </message>
    <message>
        <source>Smaller is better</source>
        <translation>Kleiner ist besser</translation>
    </message>
    <message>
        <source>Errors are largest where %1 is %2: %3 on %4 rows.</source>
        <translation>Am größten sind die Fehler, wo %1 gleich %2 ist: %3 auf %4 Zeilen.</translation>
    </message>
    <message>
        <source>Corrected t</source>
        <translation>Korrigiertes t</translation>
    </message>
    <message numerus="yes">
        <source>%n fold(s)</source>
        <translation>
            <numerusform>%n Faltung</numerusform>
            <numerusform>%n Faltungen</numerusform>
        </translation>
    </message>
    <message>
        <source>5×2 cv F</source>
        <translation>5×2-cv-F</translation>
    </message>
    <message>
        <source>Bayesian t: first, equal, second</source>
        <translation>Bayessches t: erster, gleich, zweiter</translation>
    </message>
    <message>
        <source>%1 / %2 / %3</source>
        <comment>three shares</comment>
        <translation>%1 / %2 / %3</translation>
    </message>
    <message>
        <source>First − second</source>
        <translation>Erster − zweiter</translation>
    </message>
    <message>
        <source>First is</source>
        <translation>Der erste ist</translation>
    </message>
    <message>
        <source>No conclusion is drawn, because the runs were not made alike:</source>
        <translation>Es wird kein Schluss gezogen, weil die Läufe nicht auf gleiche Weise erstellt wurden:</translation>
    </message>
    <message>
        <source>The %1 clearest of %2 pairs; the picture below has all of them.</source>
        <translation>Die %1 deutlichsten von %2 Paaren; das Bild darunter zeigt alle.</translation>
    </message>
    <message>
        <source>Both models of a pair are judged on the rows they share. P-values are adjusted for the number of pairs (%1); those of a clear difference are marked. Intervals are of %2; a difference within ±%3 counts as none. Tests on rows ask whether a difference would hold on other rows like these; only tests over folds also say what training again would change.</source>
        <translation>Beide Modelle eines Paars werden an ihren gemeinsamen Zeilen gemessen. Die p-Werte sind für die Anzahl der Paare adjustiert (%1); jene eines klaren Unterschieds sind markiert. Die Intervalle gelten zu %2; ein Unterschied innerhalb von ±%3 zählt nicht. Tests auf Zeilen fragen, ob ein Unterschied auf anderen Zeilen wie diesen bestünde; nur Tests über Faltungen sagen auch, was ein erneutes Training ändern würde.</translation>
    </message>
    <message>
        <source>Best by</source>
        <translation>Bester nach</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote (Recall)</translation>
    </message>
    <message>
        <source>Cost a row</source>
        <translation>Kosten je Zeile</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Youden’s J</source>
        <translation>Youdens J</translation>
    </message>
    <message>
        <source>cost, a miss as dear as a false alarm</source>
        <translation>Kosten, Übersehen so teuer wie Fehlalarm</translation>
    </message>
    <message numerus="yes">
        <source>All %n runs in grey, the best three in colour.</source>
        <translation>
            <numerusform>%n Lauf in Grau, die besten drei in Farbe.</numerusform>
            <numerusform>Alle %n Läufe in Grau, die besten drei in Farbe.</numerusform>
        </translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellenwerte</translation>
    </message>
    <message>
        <source>Chosen on the rows they are judged on here, so they look slightly better than they are.</source>
        <translation>Gewählt auf denselben Zeilen, auf denen sie hier beurteilt werden; sie sehen daher etwas besser aus, als sie sind.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>The best of each column is marked.</source>
        <translation>Der beste Wert jeder Spalte ist markiert.</translation>
    </message>
    <message>
        <source>No conclusion is drawn about which is better: these runs were not made alike, so a difference may come from that.</source>
        <translation>Es wird kein Schluss gezogen, welcher besser ist: Diese Läufe wurden nicht auf gleiche Weise erstellt, ein Unterschied kann daher rühren.</translation>
    </message>
</context>
<context>
    <name>assay::app::Reporting</name>
    <message>
        <source>%1 is left out: %2</source>
        <translation>%1 fehlt: %2</translation>
    </message>
    <message>
        <source>Fairness of %1</source>
        <translation>Fairness von %1</translation>
    </message>
    <message>
        <source>The explanation of %1</source>
        <translation>Die Erklärung von %1</translation>
    </message>
    <message>
        <source>The profile of the data</source>
        <translation>Das Profil der Daten</translation>
    </message>
</context>
<context>
    <name>assay::app::Rerun</name>
    <message>
        <source>none</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>The library %1 was %2 and is %3.</source>
        <comment>name, version, version</comment>
        <translation>Bibliothek %1: vorher %2, jetzt %3.</translation>
    </message>
    <message>
        <source>The run before did not finish; what it has not reached cannot be equal.</source>
        <translation>Der frühere Lauf wurde nicht abgeschlossen; was er nicht erreicht hat, kann nicht gleich sein.</translation>
    </message>
    <message>
        <source>The program was %1 and is %2.</source>
        <translation>Programm: vorher %1, jetzt %2.</translation>
    </message>
    <message>
        <source>The processor was %1 and is %2.</source>
        <translation>Prozessor: vorher %1, jetzt %2.</translation>
    </message>
    <message>
        <source>The system was %1 and is %2.</source>
        <translation>System: vorher %1, jetzt %2.</translation>
    </message>
    <message>
        <source>It used %1 threads and uses %2 now.</source>
        <translation>Threads: vorher %1, jetzt %2.</translation>
    </message>
    <message>
        <source>%1 with changes</source>
        <comment>commit</comment>
        <translation>%1 mit Änderungen</translation>
    </message>
    <message>
        <source>The commit of the working directory was %1 and is %2.</source>
        <translation>Commit des Arbeitsverzeichnisses: vorher %1, jetzt %2.</translation>
    </message>
    <message>
        <source>The run before has no metrics that could be compared.</source>
        <translation>Der vorige Lauf hat keine Metriken, die sich vergleichen ließen.</translation>
    </message>
    <message>
        <source>The commit is the same, but what had not been committed was %1 and is %2.</source>
        <comment>digest, digest</comment>
        <translation>Der Commit ist derselbe, aber was nicht eingecheckt war, war %1 und ist %2.</translation>
    </message>
</context>
<context>
    <name>assay::app::StoreChoice</name>
    <message>
        <source>&amp;Save what can be read…</source>
        <translation>Lesbares &amp;retten…</translation>
    </message>
    <message>
        <source>&amp;Open another store…</source>
        <translation>Andere Ablage &amp;öffnen…</translation>
    </message>
    <message>
        <source>Saving what can be read…</source>
        <translation>Lesbares wird gerettet…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Most of the store is lost.</source>
        <translation>Der größte Teil der Ablage ist verloren.</translation>
    </message>
    <message>
        <source>What can be read is saved.</source>
        <translation>Was lesbar war, ist gerettet.</translation>
    </message>
    <message>
        <source>%1 runs and %2 points are in the new store %3, which is opened now. The damaged one is as it was.</source>
        <translation>%1 Läufe und %2 Punkte sind in der neuen Ablage %3, die jetzt geöffnet wird. Die beschädigte ist unverändert.</translation>
    </message>
    <message>
        <source>Stores of runs (*.db)</source>
        <translation>Ablagen von Läufen (*.db)</translation>
    </message>
    <message>
        <source>Open another store</source>
        <translation>Andere Ablage öffnen</translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation>Lesbares retten</translation>
    </message>
</context>
<context>
    <name>assay::app::Workbench</name>
    <message>
        <source>These runs learned from different data.</source>
        <translation>Diese Läufe haben aus unterschiedlichen Daten gelernt.</translation>
    </message>
    <message>
        <source>These runs were split or tested differently; only the rows they share are compared.</source>
        <translation>Diese Läufe wurden unterschiedlich aufgeteilt oder getestet; nur die gemeinsamen Zeilen werden verglichen.</translation>
    </message>
    <message>
        <source>These runs used different seeds.</source>
        <translation>Diese Läufe verwendeten unterschiedliche Startwerte.</translation>
    </message>
    <message>
        <source>These runs predict different targets.</source>
        <translation>Diese Läufe sagen unterschiedliche Zielspalten vorher.</translation>
    </message>
</context>
<context>
    <name>assay::ui::ArtifactPane</name>
    <message>
        <source>Text of the artifact</source>
        <translation>Text des Artefakts</translation>
    </message>
    <message>
        <source>First rows of the artifact</source>
        <translation>Erste Zeilen des Artefakts</translation>
    </message>
    <message>
        <source>Keys and values of the artifact</source>
        <translation>Schlüssel und Werte des Artefakts</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Encoding of the text</source>
        <translation>Kodierung des Textes</translation>
    </message>
    <message>
        <source>How the bytes are read as text</source>
        <translation>Wie die Bytes als Text gelesen werden</translation>
    </message>
    <message>
        <source>Encoding: automatic</source>
        <translation>Kodierung: automatisch</translation>
    </message>
    <message>
        <source>How JSON is shown</source>
        <translation>Wie JSON angezeigt wird</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>The artifact cannot be shown</source>
        <translation>Das Artefakt lässt sich nicht anzeigen</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>first rows</source>
        <translation>erste Zeilen</translation>
    </message>
    <message>
        <source>the first %1 are shown</source>
        <translation>gezeigt werden die ersten %1</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>Bild %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer Eintrag</numerusform>
            <numerusform>und %n weitere Einträge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::ArtifactTree</name>
    <message>
        <source>Artifacts of the run</source>
        <translation>Artefakte des Laufs</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1
SHA-256 %2</source>
        <translation>%1
SHA-256 %2</translation>
    </message>
</context>
<context>
    <name>assay::ui::ArtifactsTab</name>
    <message numerus="yes">
        <source>%n artifact(s) added.</source>
        <translation>
            <numerusform>%n Artefakt hinzugefügt.</numerusform>
            <numerusform>%n Artefakte hinzugefügt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Dateien hin&amp;zufügen…</translation>
    </message>
    <message>
        <source>Keep copies of files with the run</source>
        <translation>Kopien von Dateien beim Lauf aufbewahren</translation>
    </message>
    <message>
        <source>Add fol&amp;der…</source>
        <translation>O&amp;rdner hinzufügen…</translation>
    </message>
    <message>
        <source>Keep a copy of a folder and all in it</source>
        <translation>Eine Kopie eines Ordners mit allem Inhalt aufbewahren</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Speichern unter…</translation>
    </message>
    <message>
        <source>Save what is selected, verified by its digest</source>
        <translation>Das Ausgewählte speichern, anhand der Prüfsumme geprüft</translation>
    </message>
    <message>
        <source>Save a&amp;ll…</source>
        <translation>A&amp;lle speichern…</translation>
    </message>
    <message>
        <source>Save all artifacts in a folder</source>
        <translation>Alle Artefakte in einem Ordner speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop; nothing half done is left</source>
        <translation>Abbrechen; nichts Halbfertiges bleibt zurück</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Wie weit der Vorgang ist</translation>
    </message>
    <message>
        <source>No file is selected</source>
        <translation>Keine Datei ist ausgewählt</translation>
    </message>
    <message>
        <source>Choose a file to look at it.</source>
        <translation>Wählen Sie eine Datei, um sie anzusehen.</translation>
    </message>
    <message>
        <source>The run keeps no files</source>
        <translation>Der Lauf enthält keine Dateien</translation>
    </message>
    <message>
        <source>Add files, or drop them on the list: plots, data, notebooks.</source>
        <translation>Fügen Sie Dateien hinzu oder ziehen Sie sie auf die Liste: Diagramme, Daten, Notebooks.</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen…</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Dateien hinzufügen</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Save the artifact</source>
        <translation>Artefakt speichern</translation>
    </message>
    <message>
        <source>Save in a folder</source>
        <translation>In einem Ordner speichern</translation>
    </message>
    <message>
        <source>Adding artifacts</source>
        <translation>Artefakte werden hinzugefügt</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>Saving artifacts</source>
        <translation>Artefakte werden gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>%n artifact(s) saved.</source>
        <translation>
            <numerusform>%n Artefakt gespeichert.</numerusform>
            <numerusform>%n Artefakte gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait for “%1” to end, or cancel it.</source>
        <translation>Warten Sie, bis „%1“ fertig ist, oder brechen Sie es ab.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Take what is selected off the run; Edit &gt; Undo brings it back</source>
        <translation>Ausgewähltes vom Lauf entfernen; „Bearbeiten &gt; Rückgängig“ holt es zurück</translation>
    </message>
    <message>
        <source>Remove artifacts</source>
        <translation>Artefakte entfernen</translation>
    </message>
    <message>
        <source>Remove what the training of this run wrote?</source>
        <translation>Entfernen, was das Training dieses Laufs geschrieben hat?</translation>
    </message>
    <message>
        <source>Explaining, judging and repeating the run read %1.</source>
        <translation>Zum Erklären, Beurteilen und Wiederholen des Laufs wird %1 gelesen.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>assay::ui::AttributionRowsModel</name>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Row of the data, counted from 1</source>
        <translation>Zeile der Daten, ab 1 gezählt</translation>
    </message>
</context>
<context>
    <name>assay::ui::AxisChooser</name>
    <message>
        <source>Axes</source>
        <translation>Achsen</translation>
    </message>
    <message>
        <source>Find a parameter or metric</source>
        <translation>Parameter oder Metrik suchen</translation>
    </message>
    <message>
        <source>Parameters and metrics</source>
        <translation>Parameter und Metriken</translation>
    </message>
    <message numerus="yes">
        <source>%1, in %n run(s)</source>
        <translation>
            <numerusform>%1, in %n Lauf</numerusform>
            <numerusform>%1, in %n Läufen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::ChangesDiff</name>
    <message>
        <source>First run</source>
        <translation>Erster Lauf</translation>
    </message>
    <message>
        <source>Second run</source>
        <translation>Zweiter Lauf</translation>
    </message>
    <message>
        <source>Uncommitted changes, line by line</source>
        <translation>Nicht übernommene Änderungen, Zeile für Zeile</translation>
    </message>
    <message>
        <source>Uncommitted changes</source>
        <translation>Nicht übernommene Änderungen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Reading uncommitted changes</source>
        <translation>Nicht übernommene Änderungen werden gelesen</translation>
    </message>
    <message>
        <source>Neither run kept any.</source>
        <translation>Keiner der beiden Läufe hat welche aufbewahrt.</translation>
    </message>
    <message>
        <source>Those of %1.</source>
        <translation>Die von %1.</translation>
    </message>
    <message>
        <source>Both runs were made with the same ones.</source>
        <translation>Beide Läufe entstanden mit denselben Änderungen.</translation>
    </message>
    <message>
        <source>Only %1 was made with some.</source>
        <translation>Nur %1 entstand mit solchen Änderungen.</translation>
    </message>
    <message>
        <source>− only %1: %2 lines; + only %3: %4 lines</source>
        <comment>run, count, run, count</comment>
        <translation>− nur %1: %2 Zeilen; + nur %3: %4 Zeilen</translation>
    </message>
</context>
<context>
    <name>assay::ui::ChartDataDialog</name>
    <message>
        <source>Data of “%1”</source>
        <translation>Daten von „%1“</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
</context>
<context>
    <name>assay::ui::ChartExport</name>
    <message>
        <source>%1 could not be written: %2. Choose another folder.</source>
        <translation>%1 konnte nicht geschrieben werden: %2. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF-Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>&amp;Copy as picture</source>
        <translation>Als Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>Save as &amp;PNG…</source>
        <translation>Als &amp;PNG speichern…</translation>
    </message>
    <message>
        <source>Save as &amp;SVG…</source>
        <translation>Als &amp;SVG speichern…</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>Als P&amp;DF speichern…</translation>
    </message>
    <message>
        <source>Copy d&amp;ata</source>
        <translation>Date&amp;n kopieren</translation>
    </message>
    <message>
        <source>Save data as CS&amp;V…</source>
        <translation>Daten als CS&amp;V speichern…</translation>
    </message>
    <message>
        <source>Show data &amp;table</source>
        <translation>Daten&amp;tabelle anzeigen</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>&amp;Alles anzeigen</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>Diagramm speichern</translation>
    </message>
</context>
<context>
    <name>assay::ui::ChartTabs</name>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
</context>
<context>
    <name>assay::ui::ChartText</name>
    <message>
        <source>Importance of features</source>
        <translation>Wichtigkeit der Merkmale</translation>
    </message>
    <message>
        <source>Mean loss of score when shuffled</source>
        <translation>Mittlerer Score-Verlust beim Mischen</translation>
    </message>
    <message>
        <source>Mean absolute contribution</source>
        <translation>Mittlerer absoluter Beitrag</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No feature was explained.</source>
        <translation>Es wurde kein Merkmal erklärt.</translation>
    </message>
    <message>
        <source>What matters most: %1.</source>
        <translation>Am wichtigsten: %1.</translation>
    </message>
    <message>
        <source>%1 of %2 features are drawn.</source>
        <translation>%1 von %2 Merkmalen sind dargestellt.</translation>
    </message>
    <message>
        <source>Contribution of each feature, row by row</source>
        <translation>Beitrag jedes Merkmals, Zeile für Zeile</translation>
    </message>
    <message>
        <source>Contribution to %1, row by row</source>
        <translation>Beitrag zu %1, Zeile für Zeile</translation>
    </message>
    <message>
        <source>Contribution to the prediction (log-odds, or units of the target)</source>
        <translation>Beitrag zur Vorhersage (Log-Odds oder Einheiten der Zielspalte)</translation>
    </message>
    <message>
        <source>low value</source>
        <translation>niedriger Wert</translation>
    </message>
    <message>
        <source>high value</source>
        <translation>hoher Wert</translation>
    </message>
    <message>
        <source>This method explains no single rows.</source>
        <translation>Dieses Verfahren erklärt keine einzelnen Zeilen.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>Beitrag</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>One point a feature and row, to the right where it raised the prediction, coloured by the feature&apos;s value; %1 rows of %2. %3 moves predictions most, from %4 to %5.</source>
        <translation>Ein Punkt je Merkmal und Zeile, rechts, wo es die Vorhersage erhöht hat, gefärbt nach dem Wert des Merkmals; %1 Zeilen von %2. %3 bewegt die Vorhersagen am stärksten, von %4 bis %5.</translation>
    </message>
    <message>
        <source>Contributions</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>Row %1: from the average to this prediction</source>
        <translation>Zeile %1: vom Durchschnitt zu dieser Vorhersage</translation>
    </message>
    <message>
        <source>Row %1: from the average to %2</source>
        <translation>Zeile %1: vom Durchschnitt zu %2</translation>
    </message>
    <message>
        <source>Prediction (log-odds, or units of the target)</source>
        <translation>Vorhersage (Log-Odds oder Einheiten der Zielspalte)</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <comment>feature, value</comment>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>(missing)</source>
        <translation>(fehlt)</translation>
    </message>
    <message numerus="yes">
        <source>%n other features</source>
        <translation>
            <numerusform>%n weiteres Merkmal</numerusform>
            <numerusform>%n weitere Merkmale</numerusform>
        </translation>
    </message>
    <message>
        <source>average %1</source>
        <translation>Durchschnitt %1</translation>
    </message>
    <message>
        <source>this row %1</source>
        <translation>diese Zeile %1</translation>
    </message>
    <message>
        <source>From the average %1 to %2 for this row; the largest step is %3 (%4).</source>
        <translation>Vom Durchschnitt %1 zu %2 für diese Zeile; der größte Schritt ist %3 (%4).</translation>
    </message>
    <message>
        <source>undefined for %1</source>
        <translation>nicht definiert für %1</translation>
    </message>
    <message>
        <source>%1 (%2 to %3) for %4</source>
        <translation>%1 (%2 bis %3) für %4</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <comment>metric, figures</comment>
        <translation>%1 %2.</translation>
    </message>
    <message>
        <source>ROC curve</source>
        <translation>ROC-Kurve</translation>
    </message>
    <message>
        <source>False positive rate</source>
        <translation>Falsch-positiv-Rate</translation>
    </message>
    <message>
        <source>True positive rate</source>
        <translation>Richtig-positiv-Rate</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>Area under the ROC curve:</source>
        <translation>Fläche unter der ROC-Kurve:</translation>
    </message>
    <message>
        <source>Precision and recall</source>
        <translation>Präzision und Trefferquote</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote (Recall)</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Average precision:</source>
        <translation>Mittlere Präzision:</translation>
    </message>
    <message>
        <source>Chance is the prevalence, %1.</source>
        <translation>Der Zufall entspricht der Prävalenz, %1.</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Mean score of a bin</source>
        <translation>Mittlerer Score eines Intervalls</translation>
    </message>
    <message>
        <source>Share of positives</source>
        <translation>Anteil der Positiven</translation>
    </message>
    <message>
        <source>Perfect</source>
        <translation>Perfekt</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Mean score</source>
        <translation>Mittlerer Score</translation>
    </message>
    <message>
        <source>Expected calibration error:</source>
        <translation>Erwarteter Kalibrierungsfehler:</translation>
    </message>
    <message>
        <source>On the diagonal, scores mean what they say.</source>
        <translation>Auf der Diagonalen bedeuten Scores, was sie besagen.</translation>
    </message>
    <message>
        <source>Cumulative gain</source>
        <translation>Kumulativer Gewinn</translation>
    </message>
    <message>
        <source>Share of rows, best scores first</source>
        <translation>Anteil der Zeilen, beste Scores zuerst</translation>
    </message>
    <message>
        <source>Share of positives found</source>
        <translation>Anteil der gefundenen Positiven</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 mit %2</translation>
    </message>
    <message>
        <source>In the best fifth of the rows are found, of all positives, %1.</source>
        <translation>Im besten Fünftel der Zeilen findet sich von allen Positiven dieser Anteil: %1.</translation>
    </message>
    <message>
        <source>Predicted against true</source>
        <translation>Vorhergesagt gegen tatsächlich</translation>
    </message>
    <message>
        <source>True value</source>
        <translation>Tatsächlicher Wert</translation>
    </message>
    <message>
        <source>Predicted value</source>
        <translation>Vorhergesagter Wert</translation>
    </message>
    <message>
        <source>True values and predictions run from %1 to %2; mean error %3.</source>
        <translation>Tatsächliche Werte und Vorhersagen reichen von %1 bis %2; mittlerer Fehler %3.</translation>
    </message>
    <message>
        <source>Larger is better</source>
        <translation>Größer ist besser</translation>
    </message>
    <message>
        <source>Smaller is better</source>
        <translation>Kleiner ist besser</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Untergrenze</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>%1 for %2 after %3 points</source>
        <translation>%1 für %2 nach %3 Punkten</translation>
    </message>
    <message>
        <source>No points yet.</source>
        <translation>Noch keine Punkte.</translation>
    </message>
    <message>
        <source>Last value: %1.</source>
        <translation>Letzter Wert: %1.</translation>
    </message>
    <message>
        <source>not %1</source>
        <translation>nicht %1</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Konfusionsmatrix</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
    <message>
        <source>True</source>
        <translation>Tatsächlich</translation>
    </message>
    <message>
        <source>Share of the true class</source>
        <translation>Anteil an der tatsächlichen Klasse</translation>
    </message>
    <message>
        <source>%1 of %2 rows are right (%3).</source>
        <translation>%1 von %2 Zeilen sind richtig (%3).</translation>
    </message>
    <message>
        <source>%1 are false alarms, %2 are missed.</source>
        <translation>%1 sind Fehlalarme, %2 wurden übersehen.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>%1 values from %2 to %3, median %4, middle half %5 to %6.</source>
        <translation>%1 Werte von %2 bis %3, Median %4, mittlere Hälfte %5 bis %6.</translation>
    </message>
    <message>
        <source>%1 values, %2 distinct, most often “%3” (%4).</source>
        <translation>%1 Werte, %2 verschiedene, am häufigsten „%3“ (%4).</translation>
    </message>
    <message>
        <source>%1 values from %2 to %3.</source>
        <translation>%1 Werte von %2 bis %3.</translation>
    </message>
    <message>
        <source>%1 missing.</source>
        <translation>%1 fehlend.</translation>
    </message>
    <message>
        <source>Kolmogorov–Smirnov test</source>
        <translation>Kolmogorow-Smirnow-Test</translation>
    </message>
    <message>
        <source>normed Wasserstein distance</source>
        <translation>normierte Wasserstein-Distanz</translation>
    </message>
    <message>
        <source>chi-square test</source>
        <translation>Chi-Quadrat-Test</translation>
    </message>
    <message>
        <source>z test</source>
        <translation>z-Test</translation>
    </message>
    <message>
        <source>Jensen–Shannon distance</source>
        <translation>Jensen–Shannon-Distanz</translation>
    </message>
    <message>
        <source>%1 %2, limit %3</source>
        <comment>test, score, threshold</comment>
        <translation>%1 %2, Schwelle %3</translation>
    </message>
    <message>
        <source>Drifted (%1).</source>
        <translation>Gedriftet (%1).</translation>
    </message>
    <message>
        <source>Not drifted (%1).</source>
        <translation>Nicht gedriftet (%1).</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>Share of rows</source>
        <translation>Anteil der Zeilen</translation>
    </message>
    <message>
        <source>PSI %1.</source>
        <translation>PSI %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n new categories.</source>
        <translation>
            <numerusform>%n neue Kategorie.</numerusform>
            <numerusform>%n neue Kategorien.</numerusform>
        </translation>
    </message>
    <message>
        <source>Movement of each column</source>
        <translation>Verschiebung je Spalte</translation>
    </message>
    <message>
        <source>Jensen–Shannon distance, 0 same to 1 apart</source>
        <translation>Jensen–Shannon-Distanz, von 0 (gleich) bis 1 (getrennt)</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Verschiebung</translation>
    </message>
    <message>
        <source>Drifted</source>
        <translation>Gedriftet</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>drifted</source>
        <translation>gedriftet</translation>
    </message>
    <message>
        <source>not drifted</source>
        <translation>nicht gedriftet</translation>
    </message>
    <message>
        <source>%1 of %2 columns drifted.</source>
        <translation>Gedriftete Spalten: %1 von %2.</translation>
    </message>
    <message>
        <source>%1 moved most (%2).</source>
        <translation>%1 hat sich am stärksten verschoben (%2).</translation>
    </message>
    <message>
        <source>The %1 that moved most are drawn.</source>
        <translation>Gezeichnet sind die %1 mit der stärksten Verschiebung.</translation>
    </message>
    <message>
        <source>Selection rate</source>
        <translation>Auswahlrate</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>a rate, an attribute</comment>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>nicht definiert</translation>
    </message>
    <message>
        <source>%1 is undefined in every group.</source>
        <translation>%1 ist in keiner Gruppe definiert.</translation>
    </message>
    <message>
        <source>lowest %1</source>
        <translation>niedrigster Wert %1</translation>
    </message>
    <message>
        <source>highest %1</source>
        <translation>höchster Wert %1</translation>
    </message>
    <message>
        <source>%1 runs from %2 (%3, %4 rows) to %5 (%6, %7 rows), a gap of %8 points.</source>
        <translation>%1 reicht von %2 (%3, %4 Zeilen) bis %5 (%6, %7 Zeilen), ein Abstand von %8 Prozentpunkten.</translation>
    </message>
    <message>
        <source>The lowest is %1 of the highest.</source>
        <translation>Der niedrigste Wert beträgt %1 des höchsten.</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>coordinates</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2, %3: %4</source>
        <translation>%1: %2, %3: %4</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name, value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>axis title, value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>%1, low</source>
        <translation>%1, untere Grenze</translation>
    </message>
    <message>
        <source>%1, high</source>
        <translation>%1, obere Grenze</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>ROC AUC</source>
        <translation>ROC-AUC</translation>
    </message>
    <message>
        <source>Average precision</source>
        <translation>Mittlere Präzision</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>Balancierte Genauigkeit</translation>
    </message>
    <message>
        <source>Specificity</source>
        <translation>Spezifität</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Matthews correlation</source>
        <translation>Matthews-Korrelation</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa</source>
        <translation>Cohens Kappa</translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>Log Loss</translation>
    </message>
    <message>
        <source>Brier score</source>
        <translation>Brier-Score</translation>
    </message>
    <message>
        <source>KS statistic</source>
        <translation>KS-Statistik</translation>
    </message>
    <message>
        <source>Expected calibration error</source>
        <translation>Erwarteter Kalibrierungsfehler</translation>
    </message>
    <message>
        <source>Mean absolute error</source>
        <translation>Mittlerer absoluter Fehler</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>Mittlerer quadratischer Fehler</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>Mean absolute percentage error</source>
        <translation>Mittlerer absoluter prozentualer Fehler</translation>
    </message>
    <message>
        <source>Median absolute error</source>
        <translation>Median des absoluten Fehlers</translation>
    </message>
    <message>
        <source>Explained variance</source>
        <translation>Erklärte Varianz</translation>
    </message>
    <message>
        <source>Largest error</source>
        <translation>Größter Fehler</translation>
    </message>
    <message>
        <source>Precision, macro</source>
        <translation>Präzision, makro</translation>
    </message>
    <message>
        <source>Precision, micro</source>
        <translation>Präzision, mikro</translation>
    </message>
    <message>
        <source>Precision, weighted</source>
        <translation>Präzision, gewichtet</translation>
    </message>
    <message>
        <source>Recall, macro</source>
        <translation>Trefferquote, makro</translation>
    </message>
    <message>
        <source>Recall, micro</source>
        <translation>Trefferquote, mikro</translation>
    </message>
    <message>
        <source>Recall, weighted</source>
        <translation>Trefferquote, gewichtet</translation>
    </message>
    <message>
        <source>F1, macro</source>
        <translation>F1, makro</translation>
    </message>
    <message>
        <source>F1, micro</source>
        <translation>F1, mikro</translation>
    </message>
    <message>
        <source>F1, weighted</source>
        <translation>F1, gewichtet</translation>
    </message>
    <message>
        <source>ROC AUC, one-vs-rest, macro</source>
        <translation>ROC AUC, eine gegen alle, makro</translation>
    </message>
    <message>
        <source>ROC AUC, one-vs-rest, weighted</source>
        <translation>ROC AUC, eine gegen alle, gewichtet</translation>
    </message>
    <message>
        <source>ROC AUC, one-vs-one, macro</source>
        <translation>ROC AUC, eine gegen eine, makro</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>the last two of a list</comment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a share</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>ROC curve of %1 against the rest</source>
        <translation>ROC-Kurve von %1 gegen die übrigen</translation>
    </message>
    <message>
        <source>Area under the ROC curve: %1.</source>
        <translation>Fläche unter der ROC-Kurve: %1.</translation>
    </message>
    <message>
        <source>Difference of ROC curves from %1</source>
        <translation>Differenz der ROC-Kurven zu %1</translation>
    </message>
    <message>
        <source>Difference in true positive rate</source>
        <translation>Differenz der Richtig-positiv-Rate</translation>
    </message>
    <message>
        <source>largest difference</source>
        <translation>größte Differenz</translation>
    </message>
    <message>
        <source>%1 for %2 at a false positive rate of %3</source>
        <translation>%1 für %2 bei einer Falsch-positiv-Rate von %3</translation>
    </message>
    <message>
        <source>Largest difference in true positive rate: %1.</source>
        <translation>Größte Differenz der Richtig-positiv-Rate: %1.</translation>
    </message>
    <message>
        <source>5th percentile</source>
        <translation>5. Perzentil</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>95th percentile</source>
        <translation>95. Perzentil</translation>
    </message>
    <message>
        <source>Share of rows within an error</source>
        <translation>Anteil der Zeilen bis zu einem Fehler</translation>
    </message>
    <message>
        <source>Absolute error</source>
        <translation>Absoluter Fehler</translation>
    </message>
    <message>
        <source>median absolute error</source>
        <translation>Median des absoluten Fehlers</translation>
    </message>
    <message>
        <source>Half of the rows are predicted within %1.</source>
        <translation>Bei der Hälfte der Zeilen beträgt der Fehler höchstens %1.</translation>
    </message>
    <message>
        <source>Spread of errors</source>
        <translation>Streuung der Fehler</translation>
    </message>
    <message>
        <source>Predicted − true</source>
        <translation>Vorhergesagt − tatsächlich</translation>
    </message>
    <message>
        <source>mean error</source>
        <translation>mittlerer Fehler</translation>
    </message>
    <message>
        <source>Errors left of zero are predictions that are too low.</source>
        <translation>Fehler links von null sind zu niedrige Vorhersagen.</translation>
    </message>
    <message>
        <source>Scores of both models</source>
        <translation>Scores beider Modelle</translation>
    </message>
    <message>
        <source>truth %1</source>
        <translation>tatsächlich %1</translation>
    </message>
    <message>
        <source>Each row by the score of %1 and of %2; on the diagonal both say the same.</source>
        <translation>Jede Zeile nach dem Score von %1 und von %2; auf der Diagonalen sagen beide dasselbe.</translation>
    </message>
    <message>
        <source>They decide differently on %1 of %2 rows.</source>
        <translation>Sie entscheiden bei %1 von %2 Zeilen verschieden.</translation>
    </message>
    <message>
        <source>Agreement of the two predictions</source>
        <translation>Übereinstimmung der beiden Vorhersagen</translation>
    </message>
    <message>
        <source>Mean of both predictions</source>
        <translation>Mittelwert beider Vorhersagen</translation>
    </message>
    <message>
        <source>%1 − %2</source>
        <comment>two models</comment>
        <translation>%1 − %2</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>Mittelwert %1</translation>
    </message>
    <message>
        <source>−1.96 sd %1</source>
        <translation>−1,96 SD %1</translation>
    </message>
    <message>
        <source>+1.96 sd %1</source>
        <translation>+1,96 SD %1</translation>
    </message>
    <message>
        <source>%1 predicts %2 more than %3 on average; 95 % of the differences lie between %4 and %5 where they are normally distributed.</source>
        <translation>%1 sagt im Mittel %2 mehr vorher als %3; 95 % der Differenzen liegen zwischen %4 und %5, sofern sie normalverteilt sind.</translation>
    </message>
    <message>
        <source>F1 by class</source>
        <translation>F1 je Klasse</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>F1 runs from %1 to %2 over classes and models.</source>
        <translation>F1 reicht über Klassen und Modelle von %1 bis %2.</translation>
    </message>
    <message>
        <source>Each row against each column in %1</source>
        <translation>Jede Zeile gegen jede Spalte, nach %1</translation>
    </message>
    <message>
        <source>row better</source>
        <translation>Zeile besser</translation>
    </message>
    <message>
        <source>row worse</source>
        <translation>Zeile schlechter</translation>
    </message>
    <message>
        <source>equivalent or undecided</source>
        <translation>gleichwertig oder offen</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Gegen</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>p, adjusted</source>
        <translation>p, adjustiert</translation>
    </message>
    <message>
        <source>%1 of %2 pairs differ after adjustment; the others are grey.</source>
        <translation>%1 von %2 Paaren unterscheiden sich nach der Adjustierung; die übrigen sind grau.</translation>
    </message>
    <message>
        <source>Mean ranks and critical difference</source>
        <translation>Mittlere Ränge und kritische Differenz</translation>
    </message>
    <message>
        <source>CD %1</source>
        <comment>critical difference</comment>
        <translation>CD %1</translation>
    </message>
    <message>
        <source>Mean rank</source>
        <translation>Mittlerer Rang</translation>
    </message>
    <message>
        <source>Friedman&apos;s test over %1 folds: %2. Models whose mean ranks are less than %3 apart are not shown to differ (Nemenyi, α = 0.05); a bar joins them. Mean ranks: %4.</source>
        <translation>Friedman-Test über %1 Faltungen: %2. Für Modelle, deren mittlere Ränge weniger als %3 auseinanderliegen, ist kein Unterschied nachgewiesen (Nemenyi, α = 0,05); ein Balken verbindet sie. Mittlere Ränge: %4.</translation>
    </message>
    <message>
        <source>Up to a false positive rate of %1, standardised: %2.</source>
        <translation>Bis zu einer Falsch-positiv-Rate von %1, standardisiert: %2.</translation>
    </message>
    <message>
        <source>No skill %1</source>
        <translation>Ohne Vorhersagekraft %1</translation>
    </message>
    <message>
        <source>Calibration, bins of equal count</source>
        <translation>Kalibrierung, gleich stark besetzte Intervalle</translation>
    </message>
    <message>
        <source>Share of the predicted class</source>
        <translation>Anteil an der vorhergesagten Klasse</translation>
    </message>
    <message>
        <source>Share of all rows</source>
        <translation>Anteil an allen Zeilen</translation>
    </message>
    <message>
        <source>Best for “%1” (%2), worst for “%3” (%4).</source>
        <translation>Am besten für „%1“ (%2), am schlechtesten für „%3“ (%4).</translation>
    </message>
    <message>
        <source>Macro average</source>
        <translation>Makromittel</translation>
    </message>
    <message>
        <source>ROC curve of each class against the rest</source>
        <translation>ROC-Kurve jeder Klasse gegen die übrigen</translation>
    </message>
    <message>
        <source>Macro average of the areas under the curves: %1.</source>
        <translation>Makromittel der Flächen unter den Kurven: %1.</translation>
    </message>
    <message>
        <source>Precision and recall of each class, macro average %1</source>
        <translation>Präzision und Trefferquote jeder Klasse, Makromittel %1</translation>
    </message>
    <message>
        <source>Precision and recall of each class</source>
        <translation>Präzision und Trefferquote jeder Klasse</translation>
    </message>
    <message>
        <source>Macro average of the average precisions: %1.</source>
        <translation>Makromittel der mittleren Präzisionen: %1.</translation>
    </message>
    <message>
        <source>Not every class has an average precision.</source>
        <translation>Nicht jede Klasse hat eine mittlere Präzision.</translation>
    </message>
    <message>
        <source>Calibration of each class</source>
        <translation>Kalibrierung jeder Klasse</translation>
    </message>
    <message>
        <source>Mean probability of a bin</source>
        <translation>Mittlere Wahrscheinlichkeit eines Intervalls</translation>
    </message>
    <message>
        <source>Share that is of the class</source>
        <translation>Anteil, der zur Klasse gehört</translation>
    </message>
    <message>
        <source>On the diagonal, probabilities mean what they say.</source>
        <translation>Auf der Diagonalen bedeuten Wahrscheinlichkeiten, was sie besagen.</translation>
    </message>
    <message>
        <source>On the diagonal, probabilities mean what they say. The widest gap, %1, is in a bin of “%2”.</source>
        <translation>Auf der Diagonalen bedeuten Wahrscheinlichkeiten, was sie besagen. Der größte Abstand, %1, liegt in einem Intervall von „%2“.</translation>
    </message>
    <message>
        <source>F1 of each class</source>
        <translation>F1 jeder Klasse</translation>
    </message>
    <message>
        <source>%1, %2 rows</source>
        <translation>%1, %2 Zeilen</translation>
    </message>
    <message>
        <source>macro %1</source>
        <translation>makro %1</translation>
    </message>
    <message>
        <source>Macro average: %1.</source>
        <translation>Makromittel: %1.</translation>
    </message>
    <message>
        <source>Training rows</source>
        <translation>Trainingszeilen</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Training, sd</source>
        <translation>Training, SD</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Validation, sd</source>
        <translation>Validierung, SD</translation>
    </message>
    <message>
        <source>Validation is best, %1 %2 ± %3, at %4 = %5.</source>
        <translation>Die Validierung ist am besten (%1 %2 ± %3) bei %4 = %5.</translation>
    </message>
    <message>
        <source>With all rows, validation %1 is %2 ± %3 and training %4.</source>
        <translation>Mit allen Zeilen beträgt %1 bei der Validierung %2 ± %3 und beim Training %4.</translation>
    </message>
    <message>
        <source>It still improves: more rows would help.</source>
        <translation>Der Wert verbessert sich noch: Mehr Zeilen würden helfen.</translation>
    </message>
    <message>
        <source>The last rows added little.</source>
        <translation>Die letzten Zeilen haben wenig gebracht.</translation>
    </message>
    <message>
        <source>Learning curve: %1 by training rows</source>
        <translation>Lernkurve: %1 nach Trainingszeilen</translation>
    </message>
    <message>
        <source>Validation curve: %1 by %2</source>
        <translation>Validierungskurve: %1 nach %2</translation>
    </message>
    <message>
        <source>Validation, ± one standard deviation</source>
        <translation>Validierung, ± eine Standardabweichung</translation>
    </message>
    <message>
        <source>Mean of %1 equal groups</source>
        <translation>Mittelwerte von %1 gleich großen Gruppen</translation>
    </message>
    <message>
        <source>Normal, mean %1, sd %2</source>
        <translation>Normalverteilung, Mittelwert %1, SD %2</translation>
    </message>
    <message>
        <source>Residuals against prediction</source>
        <translation>Residuen gegen Vorhersage</translation>
    </message>
    <message>
        <source>True minus predicted</source>
        <translation>Tatsächlich minus vorhergesagt</translation>
    </message>
    <message>
        <source>No error</source>
        <translation>Kein Fehler</translation>
    </message>
    <message>
        <source>Residuals have mean %1 and standard deviation %2; they run from %3 to %4.</source>
        <translation>Die Residuen haben den Mittelwert %1 und die Standardabweichung %2; sie reichen von %3 bis %4.</translation>
    </message>
    <message>
        <source>Distribution of residuals</source>
        <translation>Verteilung der Residuen</translation>
    </message>
    <message>
        <source>All residuals are equal.</source>
        <translation>Alle Residuen sind gleich.</translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation>Residuen</translation>
    </message>
    <message>
        <source>%1 of the residuals are more than two standard deviations (%2) from their mean; of normal ones 4.6 % would be.</source>
        <translation>%1 der Residuen liegen mehr als zwei Standardabweichungen (%2) von ihrem Mittelwert entfernt; bei normalverteilten wären es 4,6 %.</translation>
    </message>
    <message>
        <source>Normal quantiles of residuals</source>
        <translation>Normalquantile der Residuen</translation>
    </message>
    <message>
        <source>Normal quantile</source>
        <translation>Normalquantil</translation>
    </message>
    <message>
        <source>Residual, in standard deviations</source>
        <translation>Residuum, in Standardabweichungen</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normalverteilung</translation>
    </message>
    <message>
        <source>the upper tail as a normal one</source>
        <translation>der obere Ausläufer wie bei einer Normalverteilung</translation>
    </message>
    <message>
        <source>the lower tail as a normal one</source>
        <translation>der untere Ausläufer wie bei einer Normalverteilung</translation>
    </message>
    <message>
        <source>the upper tail longer than a normal one</source>
        <translation>der obere Ausläufer länger als bei einer Normalverteilung</translation>
    </message>
    <message>
        <source>the upper tail shorter than a normal one</source>
        <translation>der obere Ausläufer kürzer als bei einer Normalverteilung</translation>
    </message>
    <message>
        <source>the lower tail longer than a normal one</source>
        <translation>der untere Ausläufer länger als bei einer Normalverteilung</translation>
    </message>
    <message>
        <source>the lower tail shorter than a normal one</source>
        <translation>der untere Ausläufer kürzer als bei einer Normalverteilung</translation>
    </message>
    <message>
        <source>Normal residuals lie on the line. Here %1 and %2.</source>
        <translation>Normalverteilte Residuen liegen auf der Linie. Hier ist %1 und %2.</translation>
    </message>
    <message>
        <source>%1 by “%2”</source>
        <comment>metric, column</comment>
        <translation>%1 nach „%2“</translation>
    </message>
    <message>
        <source>all rows %1</source>
        <translation>alle Zeilen %1</translation>
    </message>
    <message>
        <source>Worst for “%1”: %2 (%3 to %4) on %5 rows.</source>
        <translation>Am schlechtesten für „%1“: %2 (%3 bis %4) auf %5 Zeilen.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwellenwert</translation>
    </message>
    <message>
        <source>Detection error trade-off</source>
        <translation>DET-Kurve (Detection Error Trade-off)</translation>
    </message>
    <message>
        <source>False positive rate, normal deviates</source>
        <translation>Falsch-positiv-Rate, in Normalquantilen</translation>
    </message>
    <message>
        <source>False negative rate, normal deviates</source>
        <translation>Falsch-negativ-Rate, in Normalquantilen</translation>
    </message>
    <message>
        <source>Both error rates are equal at %1. A straight line is a model whose scores are normal in either class.</source>
        <translation>Beide Fehlerraten sind bei %1 gleich. Eine Gerade zeigt ein Modell, dessen Scores in beiden Klassen normalverteilt sind.</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Lift</translation>
    </message>
    <message>
        <source>Positives found against chance</source>
        <translation>Gefundene Positive gegenüber dem Zufall</translation>
    </message>
    <message>
        <source>The best tenth of the rows has %1 times as many positives as rows taken at random.</source>
        <translation>Das beste Zehntel der Zeilen enthält %1-mal so viele Positive wie zufällig gewählte Zeilen.</translation>
    </message>
    <message>
        <source>Kolmogorov–Smirnov</source>
        <translation>Kolmogorow–Smirnow</translation>
    </message>
    <message>
        <source>Share at or above the threshold</source>
        <translation>Anteil ab dem Schwellenwert</translation>
    </message>
    <message>
        <source>Positives (true positive rate)</source>
        <translation>Positive (Richtig-positiv-Rate)</translation>
    </message>
    <message>
        <source>Negatives (false positive rate)</source>
        <translation>Negative (Falsch-positiv-Rate)</translation>
    </message>
    <message>
        <source>KS %1 at %2</source>
        <translation>KS %1 bei %2</translation>
    </message>
    <message>
        <source>The rates are furthest apart, by %1, at the threshold %2.</source>
        <translation>Am weitesten, um %1, liegen die Raten beim Schwellenwert %2 auseinander.</translation>
    </message>
    <message>
        <source>Precision, recall and F1 by threshold</source>
        <translation>Präzision, Trefferquote und F1 nach Schwellenwert</translation>
    </message>
    <message>
        <source>F1 is highest, %1, at the threshold %2.</source>
        <translation>F1 ist beim Schwellenwert %2 am höchsten: %1.</translation>
    </message>
    <message>
        <source>Expected cost by threshold</source>
        <translation>Erwartete Kosten nach Schwellenwert</translation>
    </message>
    <message>
        <source>Mean cost of a row</source>
        <translation>Mittlere Kosten je Zeile</translation>
    </message>
    <message>
        <source>least %1 at %2</source>
        <translation>am geringsten %1 bei %2</translation>
    </message>
    <message>
        <source>With a false alarm at %1 and a miss at %2, the expected cost is least, %3 a row, at the threshold %4.</source>
        <translation>Kostet ein Fehlalarm %1 und ein Übersehen %2, so sind die erwarteten Kosten mit %3 je Zeile beim Schwellenwert %4 am geringsten.</translation>
    </message>
    <message>
        <source>Cost curve</source>
        <translation>Kostenkurve</translation>
    </message>
    <message>
        <source>Probability-cost of the positive class</source>
        <translation>Kostengewichtete Wahrscheinlichkeit der positiven Klasse</translation>
    </message>
    <message>
        <source>Normalised expected cost</source>
        <translation>Normierte erwartete Kosten</translation>
    </message>
    <message>
        <source>Always one class</source>
        <translation>Immer dieselbe Klasse</translation>
    </message>
    <message>
        <source>%1, best threshold</source>
        <translation>%1, bester Schwellenwert</translation>
    </message>
    <message>
        <source>With the best threshold for each ratio of costs, the normalised cost is never above %1; always saying one class costs up to 0.5.</source>
        <translation>Mit dem jeweils besten Schwellenwert für jedes Kostenverhältnis liegen die normierten Kosten nie über %1; immer dieselbe Klasse vorherzusagen kostet bis zu 0,5.</translation>
    </message>
    <message>
        <source>Net benefit</source>
        <translation>Nettonutzen</translation>
    </message>
    <message>
        <source>Threshold probability</source>
        <translation>Schwellenwahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Nobody selected</source>
        <translation>Niemand ausgewählt</translation>
    </message>
    <message>
        <source>Everybody selected</source>
        <translation>Alle ausgewählt</translation>
    </message>
    <message>
        <source>At no threshold does the model help more than selecting everybody or nobody.</source>
        <translation>Bei keinem Schwellenwert hilft das Modell mehr, als alle oder niemanden auszuwählen.</translation>
    </message>
    <message>
        <source>Between the thresholds %1 and %2 the model helps more than selecting everybody or nobody.</source>
        <translation>Zwischen den Schwellenwerten %1 und %2 hilft das Modell mehr, als alle oder niemanden auszuwählen.</translation>
    </message>
    <message>
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message>
        <source>Precision–recall</source>
        <translation>Präzision–Trefferquote</translation>
    </message>
    <message>
        <source>DET</source>
        <translation>DET</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Gain</translation>
    </message>
    <message>
        <source>KS</source>
        <translation>KS</translation>
    </message>
    <message>
        <source>By threshold</source>
        <translation>Nach Schwellenwert</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>%1: %2 rows, impurity %3.</source>
        <translation>%1: %2 Zeilen, Unreinheit %3.</translation>
    </message>
    <message>
        <source>Mean %1.</source>
        <translation>Mittelwert %1.</translation>
    </message>
    <message>
        <source>Split on %1.</source>
        <translation>Teilung nach %1.</translation>
    </message>
    <message>
        <source>Leaf.</source>
        <translation>Blatt.</translation>
    </message>
    <message>
        <source>A tree of %1 leaves, %2 levels deep.</source>
        <translation>Ein Baum mit %1 Blättern, %2 Ebenen tief.</translation>
    </message>
    <message>
        <source>It does not split: every row gets the same prediction.</source>
        <translation>Er teilt nicht: Jede Zeile erhält dieselbe Vorhersage.</translation>
    </message>
    <message>
        <source>The first split is on %1.</source>
        <translation>Die erste Teilung erfolgt nach %1.</translation>
    </message>
    <message>
        <source>It asks for %1.</source>
        <translation>Er fragt nach %1.</translation>
    </message>
    <message>
        <source>It asks for %1 columns.</source>
        <translation>Er fragt nach %1 Spalten.</translation>
    </message>
    <message>
        <source>No curve is shown.</source>
        <translation>Keine Kurve wird gezeigt.</translation>
    </message>
    <message>
        <source>%1 ends at %2 (between %3 and %4)</source>
        <translation>%1 endet bei %2 (zwischen %3 und %4)</translation>
    </message>
    <message>
        <source>%1: %2 runs between %3 and %4</source>
        <translation>%1: %2 Läufe zwischen %3 und %4</translation>
    </message>
    <message>
        <source>%1 more curves.</source>
        <translation>Weitere Kurven: %1.</translation>
    </message>
    <message>
        <source>%1 of %2 values lie outside the range shown.</source>
        <translation>%1 von %2 Werten liegen außerhalb des gezeigten Bereichs.</translation>
    </message>
    <message>
        <source>%1, smoothed</source>
        <translation>%1, geglättet</translation>
    </message>
    <message>
        <source>%1, least</source>
        <translation>%1, kleinster Wert</translation>
    </message>
    <message>
        <source>%1, mean</source>
        <translation>%1, Mittelwert</translation>
    </message>
    <message>
        <source>%1, greatest</source>
        <translation>%1, größter Wert</translation>
    </message>
</context>
<context>
    <name>assay::ui::ChartView</name>
    <message>
        <source>Chart menu</source>
        <translation>Diagrammmenü</translation>
    </message>
    <message>
        <source>Copy or save this chart</source>
        <translation>Dieses Diagramm kopieren oder speichern</translation>
    </message>
</context>
<context>
    <name>assay::ui::ClassMetricsModel</name>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Ticked classes are drawn</source>
        <translation>Angekreuzte Klassen werden gezeichnet</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>How many rows are of the class in truth</source>
        <translation>Wie viele Zeilen tatsächlich zur Klasse gehören</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Share of those predicted to be of the class that are</source>
        <translation>Anteil der als diese Klasse vorhergesagten Zeilen, die es wirklich sind</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote (Recall)</translation>
    </message>
    <message>
        <source>Share of the class that is found</source>
        <translation>Anteil der Klasse, der gefunden wird</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Harmonic mean of precision and recall</source>
        <translation>Harmonisches Mittel aus Präzision und Trefferquote</translation>
    </message>
    <message>
        <source>ROC AUC</source>
        <translation>ROC-AUC</translation>
    </message>
    <message>
        <source>How well the class is ranked before the rest</source>
        <translation>Wie gut die Klasse vor den übrigen eingeordnet wird</translation>
    </message>
    <message>
        <source>AP</source>
        <translation>AP</translation>
    </message>
    <message>
        <source>Average precision</source>
        <translation>Mittlere Präzision</translation>
    </message>
</context>
<context>
    <name>assay::ui::ColumnChooser</name>
    <message>
        <source>Find a column</source>
        <translation>Spalte suchen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Only &amp;differences</source>
        <translation>Nur &amp;Unterschiede</translation>
    </message>
    <message>
        <source>Leave out the columns that say the same of every run: of those selected if there are two or more, else of all that are shown</source>
        <translation>Spalten weglassen, die für jeden Lauf dasselbe angeben: für die ausgewählten, wenn es mindestens zwei sind, sonst für alle gezeigten</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>Spalten &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Columns to choose from</source>
        <translation>Spalten zur Auswahl</translation>
    </message>
    <message>
        <source>Columns shown, in their order</source>
        <translation>Gezeigte Spalten in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>Drag to reorder (Alt+Up, Alt+Down). A tick pins a column at the left. Delete hides it.</source>
        <translation>Zum Umordnen ziehen (Alt+Pfeil nach oben, Alt+Pfeil nach unten). Ein Häkchen heftet eine Spalte links an. Entf blendet sie aus.</translation>
    </message>
    <message>
        <source>Shown, ticked ones pinned</source>
        <translation>Gezeigt, angekreuzte angeheftet</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move the column up</source>
        <translation>Spalte nach oben verschieben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move the column down</source>
        <translation>Spalte nach unten verschieben</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) have it</source>
        <translation>
            <numerusform>In %n Lauf vorhanden</numerusform>
            <numerusform>In %n Läufen vorhanden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Befehle suchen</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
</context>
<context>
    <name>assay::ui::CompareConclusion</name>
    <message>
        <source>Compare anyway</source>
        <translation>Trotzdem vergleichen</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Schlussfolgerung</translation>
    </message>
    <message>
        <source>Judge by</source>
        <translation>Beurteilen nach</translation>
    </message>
    <message>
        <source>The metric that runs are judged by</source>
        <translation>Die Metrik, nach der die Läufe beurteilt werden</translation>
    </message>
    <message>
        <source>Counts as equal within</source>
        <translation>Gilt als gleich innerhalb von</translation>
    </message>
    <message>
        <source>Region of practical equivalence: a difference this small does not matter</source>
        <translation>Bereich praktischer Gleichwertigkeit: Ein so kleiner Unterschied ist ohne Bedeutung</translation>
    </message>
    <message>
        <source>Level of confidence</source>
        <translation>Konfidenzniveau</translation>
    </message>
    <message>
        <source>Of intervals, and 1 − α of the verdicts</source>
        <translation>Der Intervalle; zugleich 1 − α der Urteile</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Judge these runs although their figures do not come from the same work</source>
        <translation>Diese Läufe beurteilen, obwohl ihre Zahlen nicht aus derselben Aufgabe stammen</translation>
    </message>
    <message>
        <source>equal within</source>
        <translation>gleich innerhalb von</translation>
    </message>
    <message>
        <source>level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Nothing can be concluded: these runs share no test.</source>
        <translation>Es lässt sich nichts schließen: Diese Läufe haben keinen Test gemeinsam.</translation>
    </message>
    <message>
        <source>No conclusion is drawn: the runs were not made alike, so a difference may come from that.</source>
        <translation>Es wird kein Schluss gezogen: Die Läufe wurden nicht auf gleiche Weise erstellt, ein Unterschied kann daher rühren.</translation>
    </message>
</context>
<context>
    <name>assay::ui::CompareFigures</name>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Which two?</source>
        <translation>Welche zwei?</translation>
    </message>
    <message>
        <source>Select one run in a table or chart: it is set against the baseline.</source>
        <translation>Wählen Sie einen Lauf in einer Tabelle oder einem Diagramm aus: Er wird der Referenz gegenübergestellt.</translation>
    </message>
    <message>
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Precision–recall</source>
        <translation>Präzision–Trefferquote</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Gain</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>ROC by class</source>
        <translation>ROC je Klasse</translation>
    </message>
    <message>
        <source>F1 by class</source>
        <translation>F1 je Klasse</translation>
    </message>
    <message>
        <source>Error curves</source>
        <translation>Fehlerkurven</translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation>Residuen</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Each run</source>
        <translation>Jeder Lauf</translation>
    </message>
    <message>
        <source>Parallel axes</source>
        <translation>Parallele Achsen</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation>Ränge</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
</context>
<context>
    <name>assay::ui::CompareMultiples</name>
    <message>
        <source>%1, a plot for each run</source>
        <translation>%1, ein Diagramm je Lauf</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>Referenz</translation>
    </message>
</context>
<context>
    <name>assay::ui::CompareOverlay</name>
    <message>
        <source>%1, %2 %3</source>
        <comment>run, metric, value</comment>
        <translation>%1, %2 %3</translation>
    </message>
    <message>
        <source>%1 %2 · %3 %4</source>
        <comment>axis, value, axis, value</comment>
        <translation>%1 %2 · %3 %4</translation>
    </message>
</context>
<context>
    <name>assay::ui::ComparePage</name>
    <message>
        <source>Compare runs</source>
        <translation>Läufe vergleichen</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Bericht…</translation>
    </message>
    <message>
        <source>One HTML file about these runs</source>
        <translation>Eine HTML-Datei über diese Läufe</translation>
    </message>
    <message numerus="yes">
        <source>Compare %n run(s)</source>
        <translation>
            <numerusform>%n Lauf vergleichen</numerusform>
            <numerusform>%n Läufe vergleichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose runs</source>
        <translation>Läufe auswählen</translation>
    </message>
    <message>
        <source>A comparison takes at least two runs</source>
        <translation>Ein Vergleich braucht mindestens zwei Läufe</translation>
    </message>
    <message>
        <source>Comparing runs</source>
        <translation>Läufe werden verglichen</translation>
    </message>
    <message>
        <source>The comparison was cancelled</source>
        <translation>Der Vergleich wurde abgebrochen</translation>
    </message>
    <message>
        <source>These runs cannot be compared</source>
        <translation>Diese Läufe lassen sich nicht vergleichen</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) in common; p values are adjusted for the number of comparisons.</source>
        <translation>
            <numerusform>%n gemeinsame Zeile; die p-Werte sind für die Anzahl der Vergleiche korrigiert.</numerusform>
            <numerusform>%n gemeinsame Zeilen; die p-Werte sind für die Anzahl der Vergleiche korrigiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · baseline</source>
        <translation>%1 · Referenz</translation>
    </message>
    <message>
        <source>%1, trained %2</source>
        <translation>%1, trainiert %2</translation>
    </message>
    <message>
        <source>Pin as baseline</source>
        <translation>Als Referenz anheften</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Fairness</source>
        <translation>Fairness</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Remove from comparison</source>
        <translation>Aus dem Vergleich entfernen</translation>
    </message>
    <message>
        <source>Select two or more runs in the runs table, then press Compare.</source>
        <translation>Wählen Sie in der Tabelle der Läufe mindestens zwei Läufe aus und klicken Sie dann auf „Vergleichen“.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) selected</source>
        <translation>
            <numerusform>%n Lauf ausgewählt</numerusform>
            <numerusform>%n Läufe ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing rows</source>
        <translation>Zeilen werden verglichen</translation>
    </message>
    <message>
        <source>Ensemble…</source>
        <translation>Ensemble…</translation>
    </message>
    <message>
        <source>Average or stack the selected runs, or all of them</source>
        <translation>Die ausgewählten oder alle Läufe mitteln oder durch Stacking verbinden</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Reading runs</source>
        <translation>Läufe werden gelesen</translation>
    </message>
</context>
<context>
    <name>assay::ui::CompareTables</name>
    <message>
        <source>Metrics of the runs</source>
        <translation>Metriken der Läufe</translation>
    </message>
    <message>
        <source>Parameters of the runs</source>
        <translation>Parameter der Läufe</translation>
    </message>
    <message>
        <source>Tests of every pair</source>
        <translation>Tests für jedes Paar</translation>
    </message>
    <message>
        <source>Rows decided differently</source>
        <translation>Verschieden entschiedene Zeilen</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>Nur Unterschiede</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Rows two runs decide differently: the baseline and the selected run</source>
        <translation>Zeilen, die zwei Läufe verschieden entscheiden: die Referenz und der ausgewählte Lauf</translation>
    </message>
    <message>
        <source>Transpose</source>
        <translation>Transponieren</translation>
    </message>
    <message>
        <source>A row a run instead of a column</source>
        <translation>Eine Zeile je Lauf statt einer Spalte</translation>
    </message>
    <message>
        <source>Leave out parameters that all runs share</source>
        <translation>Parameter weglassen, die allen Läufen gemeinsam sind</translation>
    </message>
    <message>
        <source>Select a run to see the rows that it and the baseline decide differently.</source>
        <translation>Wählen Sie einen Lauf aus, um die Zeilen zu sehen, die er und die Referenz verschieden entscheiden.</translation>
    </message>
    <message numerus="yes">
        <source>All %n row(s) that %1 and %2 predicted, those furthest apart first.</source>
        <translation>
            <numerusform>%n Zeile, die %1 und %2 vorhergesagt haben.</numerusform>
            <numerusform>Alle %n Zeilen, die %1 und %2 vorhergesagt haben, die mit dem größten Abstand zuerst.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are decided differently: only %1 is right on %2, only %3 on %4, neither on %5.</source>
        <translation>
            <numerusform>%n Zeile wird verschieden entschieden: nur %1 liegt bei %2 richtig, nur %3 bei %4, keiner bei %5.</numerusform>
            <numerusform>%n Zeilen werden verschieden entschieden: nur %1 liegt bei %2 richtig, nur %3 bei %4, keiner bei %5.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::ComparisonMetricsModel</name>
    <message>
        <source>%1 (Holm)</source>
        <comment>p value</comment>
        <translation>%1 (Holm)</translation>
    </message>
    <message>
        <source>95 % interval by %1</source>
        <translation>95-%-Intervall nach %1</translation>
    </message>
    <message>
        <source>paired bootstrap</source>
        <translation>gepaarter Bootstrap</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>%1 − %2</source>
        <translation>%1 − %2</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Is there a difference at all?</source>
        <translation>Gibt es überhaupt einen Unterschied?</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>difference, p value</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 − %2 on the same rows: %3, interval %4, %5 by %6</source>
        <translation>%1 − %2 auf denselben Zeilen: %3, Intervall %4, %5 nach %6</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
</context>
<context>
    <name>assay::ui::ComparisonParamsModel</name>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
</context>
<context>
    <name>assay::ui::Conclusion</name>
    <message>
        <source>%1 to %2</source>
        <comment>interval</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>equivalent</source>
        <translation>gleichwertig</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>corrected t over folds</source>
        <translation>korrigierter t-Test über Faltungen</translation>
    </message>
    <message>
        <source>paired bootstrap</source>
        <translation>gepaarter Bootstrap</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Holm-adjusted %1</source>
        <comment>p value</comment>
        <translation>Holm-adjustiert %1</translation>
    </message>
    <message>
        <source>%1 interval %2; %3, %4</source>
        <comment>level, interval, test, p value</comment>
        <translation>Intervall zu %1: %2; %3, %4</translation>
    </message>
    <message>
        <source>%1 is better than %2 by %3 %4 (%5).</source>
        <comment>model, model, difference, metric, figures</comment>
        <translation>%1 ist nach %4 um %3 besser als %2 (%5).</translation>
    </message>
    <message>
        <source>%1 and %2 are equivalent for practical purposes: their difference in %3 is at most %4 either way, within the ±%5 that counts as equal.</source>
        <translation>%1 und %2 sind praktisch gleichwertig: Ihr Unterschied nach %3 beträgt in beiden Richtungen höchstens %4 und liegt innerhalb der ±%5, die als gleich gelten.</translation>
    </message>
    <message>
        <source>Between %1 and %2 no difference in %3 is shown; they may differ by up to %4 either way (%5).</source>
        <translation>Zwischen %1 und %2 ist nach %3 kein Unterschied nachgewiesen; sie können sich in beiden Richtungen um bis zu %4 unterscheiden (%5).</translation>
    </message>
    <message>
        <source>%1 is better than %2 by %3 to %4 %5 (%6, Holm-adjusted %7 at most).</source>
        <comment>model, models, difference, difference, metric, test, p value</comment>
        <translation>%1 ist nach %5 um %3 bis %4 besser als %2 (%6, Holm-adjustiert höchstens %7).</translation>
    </message>
    <message>
        <source>%1 and %2 are equivalent for practical purposes: at most %3 apart, within ±%4.</source>
        <translation>%1 und %2 sind praktisch gleichwertig: höchstens %3 auseinander, innerhalb von ±%4.</translation>
    </message>
    <message>
        <source>Between %1 and %2 no difference is shown; they may differ by up to %3 either way.</source>
        <translation>Zwischen %1 und %2 ist kein Unterschied nachgewiesen; sie können sich in beiden Richtungen um bis zu %3 unterscheiden.</translation>
    </message>
    <message>
        <source>Between %1 and each of %2 no difference is shown; they may differ by up to %3 either way.</source>
        <translation>Zwischen %1 und jeweils %2 ist kein Unterschied nachgewiesen; sie können sich in beiden Richtungen um bis zu %3 unterscheiden.</translation>
    </message>
    <message numerus="yes">
        <source>Of the %n other pair(s), %1 differ, %2 are equivalent and %3 are undecided.</source>
        <translation>
            <numerusform>Vom übrigen Paar (%n) sind %1 verschieden, %2 gleichwertig und %3 offen.</numerusform>
            <numerusform>Von den übrigen %n Paaren sind %1 verschieden, %2 gleichwertig und %3 offen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::ConfusionTab</name>
    <message>
        <source>Shares and shades</source>
        <translation>Anteile und Schattierung</translation>
    </message>
    <message>
        <source>Share of the true class</source>
        <translation>Anteil an der tatsächlichen Klasse</translation>
    </message>
    <message>
        <source>Share of the predicted class</source>
        <translation>Anteil an der vorhergesagten Klasse</translation>
    </message>
    <message>
        <source>Counts, share of all rows</source>
        <translation>Anzahlen, Anteil an allen Zeilen</translation>
    </message>
    <message>
        <source>Cells &amp;show</source>
        <translation>&amp;Zellen zeigen</translation>
    </message>
    <message>
        <source>Rows of the chosen cell</source>
        <translation>Zeilen der gewählten Zelle</translation>
    </message>
    <message>
        <source>Confusion matrix at the threshold %1</source>
        <translation>Konfusionsmatrix beim Schwellenwert %1</translation>
    </message>
    <message>
        <source>Return on a cell lists its rows.</source>
        <translation>Die Eingabetaste auf einer Zelle listet ihre Zeilen auf.</translation>
    </message>
    <message>
        <source>Listing rows</source>
        <translation>Zeilen werden aufgelistet</translation>
    </message>
    <message>
        <source>Choose a cell to list its rows</source>
        <translation>Eine Zelle wählen, um ihre Zeilen aufzulisten</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of “%1”, rightly predicted</source>
        <translation>
            <numerusform>%n Zeile von „%1“, richtig vorhergesagt</numerusform>
            <numerusform>%n Zeilen von „%1“, richtig vorhergesagt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of “%1” predicted “%2”</source>
        <translation>
            <numerusform>%n Zeile von „%1“, vorhergesagt als „%2“</numerusform>
            <numerusform>%n Zeilen von „%1“, vorhergesagt als „%2“</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::CostEditor</name>
    <message>
        <source>negative</source>
        <translation>negativ</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>positiv</translation>
    </message>
    <message>
        <source>said %1</source>
        <comment>predicted label</comment>
        <translation>vorhergesagt %1</translation>
    </message>
    <message>
        <source>is %1</source>
        <comment>true label</comment>
        <translation>tatsächlich %1</translation>
    </message>
    <message>
        <source>Cost of saying %1 of what is %2</source>
        <translation>Kosten, wenn %1 vorhergesagt wird und %2 zutrifft</translation>
    </message>
</context>
<context>
    <name>assay::ui::CurveDialog</name>
    <message>
        <source>&amp;Fit</source>
        <translation>&amp;Berechnen</translation>
    </message>
    <message>
        <source>Learning curve of %1</source>
        <translation>Lernkurve von %1</translation>
    </message>
    <message>
        <source>Validation curve of %1</source>
        <translation>Validierungskurve von %1</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>Hauptmetrik</translation>
    </message>
    <message>
        <source>Separated by commas</source>
        <translation>Durch Kommas getrennt</translation>
    </message>
    <message>
        <source>&amp;Shares of the training rows</source>
        <translation>&amp;Anteile der Trainingszeilen</translation>
    </message>
    <message>
        <source>&amp;Parameter</source>
        <translation>&amp;Parameter</translation>
    </message>
    <message>
        <source>&amp;Values</source>
        <translation>&amp;Werte</translation>
    </message>
    <message>
        <source>&amp;Folds</source>
        <translation>&amp;Faltungen</translation>
    </message>
    <message>
        <source>&amp;Metric</source>
        <translation>&amp;Metrik</translation>
    </message>
    <message>
        <source>Nothing is fitted yet</source>
        <translation>Noch ist nichts berechnet</translation>
    </message>
    <message>
        <source>The model is fitted once a value and fold; nothing of it is recorded.</source>
        <translation>Das Modell wird je Wert und Faltung einmal trainiert; davon wird nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>This model has no parameters.</source>
        <translation>Dieses Modell hat keine Parameter.</translation>
    </message>
    <message>
        <source>A curve needs at least two values, separated by commas.</source>
        <translation>Eine Kurve braucht mindestens zwei Werte, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>“%1” is no share of the rows: a number above 0, at most 1.</source>
        <translation>„%1“ ist kein Anteil der Zeilen: eine Zahl über 0 und höchstens 1.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Fewer values or folds take less time.</source>
        <translation>Weniger Werte oder Faltungen brauchen weniger Zeit.</translation>
    </message>
    <message>
        <source>The curve could not be fitted</source>
        <translation>Die Kurve konnte nicht berechnet werden</translation>
    </message>
</context>
<context>
    <name>assay::ui::CurveView</name>
    <message>
        <source>%1 at %2: %3</source>
        <translation>%1 bei %2: %3</translation>
    </message>
    <message>
        <source>%1 of values outside</source>
        <translation>%1 der Werte außerhalb</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Wheel or drag to zoom, double click to see all, Ctrl+click a curve to open its run</source>
        <translation>Mausrad oder Ziehen vergrößert, Doppelklick zeigt alles, Strg+Klick auf eine Kurve öffnet ihren Lauf</translation>
    </message>
</context>
<context>
    <name>assay::ui::CurvesTab</name>
    <message>
        <source>&amp;Bins</source>
        <translation>&amp;Intervalle</translation>
    </message>
    <message>
        <source>Classes; ticked ones are drawn</source>
        <translation>Klassen; angekreuzte werden gezeichnet</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Bins</source>
        <translation>Intervalle</translation>
    </message>
    <message>
        <source>of equal width</source>
        <translation>gleich breit</translation>
    </message>
    <message>
        <source>of equal count</source>
        <translation>gleich stark besetzt</translation>
    </message>
    <message>
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message>
        <source>Precision–recall</source>
        <translation>Präzision–Trefferquote</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>%1 by step</source>
        <translation>%1 je Schritt</translation>
    </message>
    <message>
        <source>There are no curves</source>
        <translation>Es gibt keine Kurven</translation>
    </message>
    <message>
        <source>The run kept neither predictions nor a metric that was logged more than once.</source>
        <translation>Der Lauf enthält weder Vorhersagen noch eine Metrik, die mehr als einmal protokolliert wurde.</translation>
    </message>
</context>
<context>
    <name>assay::ui::DisagreementModel</name>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>Tatsächlich</translation>
    </message>
    <message>
        <source>Score of the first</source>
        <translation>Score des ersten</translation>
    </message>
    <message>
        <source>Score of the second</source>
        <translation>Score des zweiten</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
</context>
<context>
    <name>assay::ui::DocumentTabs</name>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Open documents</source>
        <translation>Geöffnete Dokumente</translation>
    </message>
</context>
<context>
    <name>assay::ui::DriftModel</name>
    <message>
        <source>%1 → %2</source>
        <comment>before, after</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 is %2; the threshold is %3.</source>
        <translation>%1 beträgt %2; die Schwelle ist %3.</translation>
    </message>
    <message>
        <source>New values: %1</source>
        <translation>Neue Werte: %1</translation>
    </message>
    <message>
        <source>Kolmogorov–Smirnov p</source>
        <translation>p (Kolmogorov–Smirnov)</translation>
    </message>
    <message>
        <source>Chi-square p</source>
        <translation>p (Chi-Quadrat)</translation>
    </message>
    <message>
        <source>Proportions p</source>
        <translation>p (Anteile)</translation>
    </message>
    <message>
        <source>Wasserstein distance</source>
        <translation>Wasserstein-Distanz</translation>
    </message>
    <message>
        <source>Jensen–Shannon distance</source>
        <translation>Jensen–Shannon-Distanz</translation>
    </message>
    <message>
        <source>Share missing</source>
        <translation>Anteil fehlender Werte</translation>
    </message>
    <message>
        <source>● Drifted</source>
        <translation>● Gedriftet</translation>
    </message>
    <message>
        <source>○ Stable</source>
        <translation>○ Stabil</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Verschiebung</translation>
    </message>
    <message>
        <source>Jensen–Shannon distance, 0 the same to 1 nothing in common; does not grow with the number of rows</source>
        <translation>Jensen–Shannon-Distanz, von 0 (gleich) bis 1 (nichts gemeinsam); wächst nicht mit der Anzahl der Zeilen</translation>
    </message>
    <message>
        <source>PSI</source>
        <translation>PSI</translation>
    </message>
    <message>
        <source>Population stability index; above 0.2 is usually taken for a change</source>
        <translation>Population Stability Index; über 0,2 gilt meist als Veränderung</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Of the test that decided</source>
        <translation>Des Tests, der entschieden hat</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlend</translation>
    </message>
</context>
<context>
    <name>assay::ui::DriftPage</name>
    <message>
        <source>Drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>&amp;Reference</source>
        <translation>&amp;Referenz</translation>
    </message>
    <message>
        <source>&amp;Current</source>
        <translation>A&amp;ktuell</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei auswählen…</translation>
    </message>
    <message>
        <source>Compare with another file; dropping it anywhere on the page does the same</source>
        <translation>Mit einer anderen Datei vergleichen; Sie können sie auch irgendwo auf der Seite ablegen</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Bericht…</translation>
    </message>
    <message>
        <source>Columns by movement</source>
        <translation>Spalten nach Verschiebung</translation>
    </message>
    <message>
        <source>Drift: %1</source>
        <translation>Drift: %1</translation>
    </message>
    <message>
        <source>%1 (%2 rows)</source>
        <translation>%1 (%2 Zeilen)</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>Data to compare</source>
        <translation>Zu vergleichende Daten</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>Drop the data a model was trained on</source>
        <translation>Legen Sie die Daten ab, mit denen ein Modell trainiert wurde</translation>
    </message>
    <message>
        <source>Drop the second file</source>
        <translation>Legen Sie die zweite Datei ab</translation>
    </message>
    <message>
        <source>Then drop the data of today: every column of both is compared.</source>
        <translation>Legen Sie danach die heutigen Daten ab: Alle Spalten beider Dateien werden verglichen.</translation>
    </message>
    <message>
        <source>It is compared column by column with %1.</source>
        <translation>Sie wird Spalte für Spalte mit %1 verglichen.</translation>
    </message>
    <message>
        <source>Comparing %1 with %2</source>
        <translation>%1 wird mit %2 verglichen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>The data cannot be compared</source>
        <translation>Die Daten lassen sich nicht vergleichen</translation>
    </message>
    <message>
        <source>%1 against %2 rows</source>
        <translation>%1 gegenüber %2 Zeilen</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n Spalte</numerusform>
            <numerusform>%n Spalten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 columns drifted (%3).</source>
        <translation>Gedriftete Spalten: %1 von %2 (%3).</translation>
    </message>
    <message>
        <source>%1 Train again on newer data before you trust the model’s figures.</source>
        <translation>%1 Trainieren Sie mit neueren Daten, bevor Sie den Zahlen des Modells vertrauen.</translation>
    </message>
    <message>
        <source>%1 This is hardly the same population: question the data and the model, not only its parameters.</source>
        <translation>%1 Das ist kaum noch dieselbe Grundgesamtheit: Hinterfragen Sie die Daten und das Modell, nicht nur seine Parameter.</translation>
    </message>
    <message>
        <source>%1 Nothing to do yet; look at those columns again with the next data.</source>
        <translation>%1 Noch ist nichts zu tun; prüfen Sie diese Spalten mit den nächsten Daten erneut.</translation>
    </message>
    <message>
        <source>%1 The data still looks like the reference.</source>
        <translation>%1 Die Daten sehen noch wie die Referenz aus.</translation>
    </message>
    <message>
        <source>Chosen column</source>
        <translation>Gewählte Spalte</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>Alle Spalten</translation>
    </message>
</context>
<context>
    <name>assay::ui::EmptyPane</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>%1 · about %2 left</source>
        <translation>%1 · noch etwa %2</translation>
    </message>
</context>
<context>
    <name>assay::ui::EnsembleDialog</name>
    <message>
        <source>Average their predictions</source>
        <translation>Ihre Vorhersagen mitteln</translation>
    </message>
    <message>
        <source>Stack: a model learns how far to trust each</source>
        <translation>Stacking: Ein Modell lernt, wie weit jedem zu trauen ist</translation>
    </message>
    <message numerus="yes">
        <source>Ensemble of %n run(s)</source>
        <translation>
            <numerusform>Ensemble aus %n Lauf</numerusform>
            <numerusform>Ensemble aus %n Läufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Members are fitted again on folds of their training rows, so that the model above them sees predictions of rows they did not learn from</source>
        <translation>Die Mitglieder werden auf Faltungen ihrer Trainingszeilen erneut trainiert, damit das Modell darüber Vorhersagen für Zeilen sieht, aus denen sie nicht gelernt haben</translation>
    </message>
    <message>
        <source>Weights of the members</source>
        <translation>Gewichte der Mitglieder</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>Gewicht von %1</translation>
    </message>
    <message>
        <source>Name of the new run (optional)</source>
        <translation>Name des neuen Laufs (optional)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Train ensemble</source>
        <translation>Ensemble trainieren</translation>
    </message>
    <message>
        <source>At least one weight must be above 0.</source>
        <translation>Mindestens ein Gewicht muss über 0 liegen.</translation>
    </message>
    <message>
        <source>Training an ensemble</source>
        <translation>Ensemble wird trainiert</translation>
    </message>
</context>
<context>
    <name>assay::ui::Environment</name>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Uncommitted changes</source>
        <translation>Nicht übernommene Änderungen</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Data: %1</source>
        <translation>Daten: %1</translation>
    </message>
    <message>
        <source>Path: %1</source>
        <translation>Pfad: %1</translation>
    </message>
    <message>
        <source>yes (%1)</source>
        <comment>uncommitted changes, digest</comment>
        <translation>ja (%1)</translation>
    </message>
    <message>
        <source>yes</source>
        <comment>uncommitted changes</comment>
        <translation>ja</translation>
    </message>
    <message>
        <source>none</source>
        <comment>uncommitted changes</comment>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>assay::ui::EnvironmentDiff</name>
    <message>
        <source>Only differences</source>
        <translation>Nur Unterschiede</translation>
    </message>
    <message>
        <source>Leave out what is the same for all runs</source>
        <translation>Weglassen, was für alle Läufe gleich ist</translation>
    </message>
    <message>
        <source>Environment of the runs</source>
        <translation>Umgebung der Läufe</translation>
    </message>
    <message>
        <source>These runs were made under the same circumstances.</source>
        <translation>Diese Läufe entstanden unter denselben Umständen.</translation>
    </message>
    <message numerus="yes">
        <source>The circumstances differ in %n fact(s).</source>
        <translation>
            <numerusform>Die Umstände unterscheiden sich in %n Angabe.</numerusform>
            <numerusform>Die Umstände unterscheiden sich in %n Angaben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::EnvironmentModel</name>
    <message>
        <source>Fact</source>
        <translation>Angabe</translation>
    </message>
</context>
<context>
    <name>assay::ui::ExperimentsDialog</name>
    <message>
        <source>Reading experiments</source>
        <translation>Experimente werden gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%n deleted experiment(s)</source>
        <translation>
            <numerusform>%n gelöschtes Experiment</numerusform>
            <numerusform>%n gelöschte Experimente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n experiment(s)</source>
        <translation>
            <numerusform>%n Experiment</numerusform>
            <numerusform>%n Experimente</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Bring it back with the runs that were deleted with it</source>
        <translation>Samt den Läufen zurückholen, die mit ihm gelöscht wurden</translation>
    </message>
    <message>
        <source>Delete it with its runs; Undo and Restore bring them back</source>
        <translation>Samt seinen Läufen löschen; „Rückgängig“ und „Wiederherstellen“ holen alles zurück</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>Neues Experiment</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>Tag für %1 setzen</translation>
    </message>
    <message>
        <source>As KEY=VALUE; a tag that is there gets the new value</source>
        <translation>Als SCHLÜSSEL=WERT; ein vorhandenes Tag erhält den neuen Wert</translation>
    </message>
    <message>
        <source>A tag needs a name before the “=”.</source>
        <translation>Ein Tag braucht einen Namen vor dem „=“.</translation>
    </message>
    <message>
        <source>Take a tag off</source>
        <translation>Tag entfernen</translation>
    </message>
    <message>
        <source>Which one: %1</source>
        <translation>Welches: %1</translation>
    </message>
    <message>
        <source>%1 has no tag %2.</source>
        <translation>%1 hat kein Tag %2.</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %1 with %n run(s); Undo brings them back.</source>
        <translation>
            <numerusform>%1 mit %n Lauf gelöscht; „Rückgängig“ holt beides zurück.</numerusform>
            <numerusform>%1 mit %n Läufen gelöscht; „Rückgängig“ holt alles zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>Move to a new experiment</source>
        <translation>In ein neues Experiment verschieben</translation>
    </message>
    <message numerus="yes">
        <source>Name of the experiment that %n run(s) go to:</source>
        <translation>
            <numerusform>Name des Experiments, in das %n Lauf verschoben wird:</numerusform>
            <numerusform>Name des Experiments, in das %n Läufe verschoben werden:</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Deleted ones</source>
        <translation>&amp;Gelöschte</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Experimente</translation>
    </message>
    <message>
        <source>What it is about. Markdown is understood.</source>
        <translation>Worum es darin geht. Markdown wird verstanden.</translation>
    </message>
    <message>
        <source>Note on the experiment</source>
        <translation>Notiz zum Experiment</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Neu…</translation>
    </message>
    <message>
        <source>Make an experiment</source>
        <translation>Ein Experiment anlegen</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>Give it another name (F2)</source>
        <translation>Ihm einen anderen Namen geben (F2)</translation>
    </message>
    <message>
        <source>&amp;Tag…</source>
        <translation>&amp;Tag setzen…</translation>
    </message>
    <message>
        <source>Tag it, or give a tag another value</source>
        <translation>Ein Tag hinzufügen oder einem Tag einen anderen Wert geben</translation>
    </message>
    <message>
        <source>Take tag &amp;off…</source>
        <translation>Tag &amp;entfernen…</translation>
    </message>
    <message>
        <source>Take a tag off it</source>
        <translation>Ein Tag des Experiments entfernen</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Move %n run(s) here</source>
        <translation>
            <numerusform>%n Lauf hierher &amp;verschieben</numerusform>
            <numerusform>%n Läufe hierher &amp;verschieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Move the selected runs to this experiment</source>
        <translation>Die ausgewählten Läufe in dieses Experiment verschieben</translation>
    </message>
    <message>
        <source>Select runs in the table of runs first</source>
        <translation>Wählen Sie zuerst in der Tabelle der Läufe Läufe aus</translation>
    </message>
    <message numerus="yes">
        <source>Move %n run(s) to a ne&amp;w one…</source>
        <translation>
            <numerusform>%n Lauf in ein neues ver&amp;schieben…</numerusform>
            <numerusform>%n Läufe in ein neues ver&amp;schieben…</numerusform>
        </translation>
    </message>
    <message>
        <source>Make an experiment of the selected runs</source>
        <translation>Aus den ausgewählten Läufen ein Experiment anlegen</translation>
    </message>
    <message>
        <source>Those that were deleted, to be restored</source>
        <translation>Gelöschte Experimente zeigen, um sie wiederherzustellen</translation>
    </message>
    <message>
        <source>There is an experiment %1 already; choose it and move the runs there.</source>
        <translation>Es gibt bereits ein Experiment %1; wählen Sie es und verschieben Sie die Läufe dorthin.</translation>
    </message>
</context>
<context>
    <name>assay::ui::ExperimentsModel</name>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
</context>
<context>
    <name>assay::ui::ExplainTab</name>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Best for the model</source>
        <translation>Passend zum Modell</translation>
    </message>
    <message>
        <source>Tree SHAP</source>
        <translation>Tree SHAP</translation>
    </message>
    <message>
        <source>Linear SHAP</source>
        <translation>Linear SHAP</translation>
    </message>
    <message>
        <source>Permutation importance</source>
        <translation>Permutationswichtigkeit</translation>
    </message>
    <message>
        <source>Rows to explain</source>
        <translation>Zu erklärende Zeilen</translation>
    </message>
    <message>
        <source> rows</source>
        <translation> Zeilen</translation>
    </message>
    <message>
        <source>At most this many test rows, evenly spaced</source>
        <translation>Höchstens so viele Zeilen der Testdaten, gleichmäßig verteilt</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Explained rows</source>
        <translation>Erklärte Zeilen</translation>
    </message>
    <message>
        <source>Rows: choose one to see why it got its score</source>
        <translation>Zeilen: eine auswählen, um zu sehen, wie ihr Score zustande kommt</translation>
    </message>
    <message>
        <source>Nothing is explained yet</source>
        <translation>Noch ist nichts erklärt</translation>
    </message>
    <message>
        <source>There is no model to explain</source>
        <translation>Es gibt kein Modell zu erklären</translation>
    </message>
    <message>
        <source>Only a finished run keeps its model.</source>
        <translation>Nur ein abgeschlossener Lauf behält sein Modell.</translation>
    </message>
    <message>
        <source>Explaining predictions</source>
        <translation>Vorhersagen werden erklärt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Fewer rows take less time.</source>
        <translation>Weniger Zeilen brauchen weniger Zeit.</translation>
    </message>
    <message>
        <source>The predictions cannot be explained this way</source>
        <translation>Die Vorhersagen lassen sich so nicht erklären</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1 rows in %2</source>
        <comment>number of rows, duration</comment>
        <translation>%1 Zeilen in %2</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>duration</comment>
        <translation>in %1</translation>
    </message>
    <message>
        <source>Largest deviation of base value and attributions from the model’s margin: %1</source>
        <translation>Größte Abweichung der Summe aus Basiswert und Attributionen vom Rohwert (Margin) des Modells: %1</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Wichtigkeit</translation>
    </message>
    <message>
        <source>Effect by row</source>
        <translation>Wirkung je Zeile</translation>
    </message>
    <message>
        <source>Chosen row</source>
        <translation>Gewählte Zeile</translation>
    </message>
</context>
<context>
    <name>assay::ui::ExploreBoxes</name>
    <message>
        <source>By</source>
        <translation>Nach</translation>
    </message>
</context>
<context>
    <name>assay::ui::ExploreImportance</name>
    <message>
        <source>Weighing parameters</source>
        <translation>Parameter werden gewichtet</translation>
    </message>
    <message>
        <source>Weighing was cancelled</source>
        <translation>Die Gewichtung wurde abgebrochen</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Erneut</translation>
    </message>
    <message>
        <source>Importance cannot be told</source>
        <translation>Die Wichtigkeit lässt sich nicht bestimmen</translation>
    </message>
</context>
<context>
    <name>assay::ui::ExplorePage</name>
    <message>
        <source>Reading runs</source>
        <translation>Läufe werden gelesen</translation>
    </message>
    <message>
        <source>The runs could not be read</source>
        <translation>Die Läufe konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Show all runs</source>
        <translation>Alle Läufe anzeigen</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Noch keine Läufe</translation>
    </message>
    <message>
        <source>No run matches</source>
        <translation>Kein Lauf passt</translation>
    </message>
    <message>
        <source>Train a model or import runs; they are explored here.</source>
        <translation>Trainieren Sie ein Modell oder importieren Sie Läufe; hier lassen sie sich erkunden.</translation>
    </message>
    <message>
        <source>Change the query, or show all runs.</source>
        <translation>Ändern Sie die Abfrage oder zeigen Sie alle Läufe an.</translation>
    </message>
    <message>
        <source>Go to the start page</source>
        <translation>Zur Startseite</translation>
    </message>
    <message>
        <source>%1 · %2 selected</source>
        <translation>%1 · %2 ausgewählt</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>Alle Läufe</translation>
    </message>
    <message>
        <source>Select at most %1 runs to compare them</source>
        <translation>Zum Vergleichen höchstens %1 Läufe auswählen</translation>
    </message>
    <message>
        <source>Set the selected runs against each other</source>
        <translation>Die ausgewählten Läufe einander gegenüberstellen</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>Open the selected run</source>
        <translation>Den ausgewählten Lauf öffnen</translation>
    </message>
    <message>
        <source>Curves of the selected runs</source>
        <translation>Kurven der ausgewählten Läufe</translation>
    </message>
    <message>
        <source>Parallel axes</source>
        <translation>Parallele Achsen</translation>
    </message>
    <message>
        <source>Scatter</source>
        <translation>Streudiagramm</translation>
    </message>
    <message>
        <source>Box plots</source>
        <translation>Boxplots</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Wichtigkeit</translation>
    </message>
    <message>
        <source>Which runs, such as metrics.roc_auc &gt; 0.8 and params.model = &quot;xgboost&quot;</source>
        <translation>Welche Läufe, etwa metrics.roc_auc &gt; 0.8 and params.model = &quot;xgboost&quot;</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>What parameters are held against</source>
        <translation>Woran die Parameter gemessen werden</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln Lauf</numerusform>
            <numerusform>%Ln Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected run(s)</source>
        <translation>
            <numerusform>%Ln ausgewählter Lauf</numerusform>
            <numerusform>%Ln ausgewählte Läufe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::ExploreParallel</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Which parameters and metrics have an axis</source>
        <translation>Welche Parameter und Metriken eine Achse haben</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>Einfärben nach</translation>
    </message>
    <message>
        <source>Drag along an axis to select, its name to move it; double click turns it round, right click for more</source>
        <translation>Zum Auswählen entlang einer Achse ziehen, zum Verschieben an ihrem Namen; ein Doppelklick kehrt sie um, ein Rechtsklick bietet mehr</translation>
    </message>
    <message>
        <source>Turn “%1” round</source>
        <translation>„%1“ umkehren</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Colour by “%1”</source>
        <translation>Einfärben nach „%1“</translation>
    </message>
    <message>
        <source>Without this axis</source>
        <translation>Ohne diese Achse</translation>
    </message>
    <message>
        <source>Axes…</source>
        <translation>Achsen…</translation>
    </message>
</context>
<context>
    <name>assay::ui::ExploreScatter</name>
    <message>
        <source>log x</source>
        <translation>log x</translation>
    </message>
    <message>
        <source>log y</source>
        <translation>log y</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>y</source>
        <translation>y</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>Einfärben nach</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>assay::ui::ExploreTable</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
</context>
<context>
    <name>assay::ui::ExploreText</name>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Spearman’s ρ = %1 (%2), %3, n = %4</source>
        <translation>Spearmans ρ = %1 (%2), %3, n = %4</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Ausgewählt</translation>
    </message>
    <message>
        <source>%1: low</source>
        <translation>%1: niedrig</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Unterer Whisker</translation>
    </message>
    <message>
        <source>Lower quartile</source>
        <translation>Unteres Quartil</translation>
    </message>
    <message>
        <source>Upper quartile</source>
        <translation>Oberes Quartil</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Oberer Whisker</translation>
    </message>
    <message>
        <source>Ranks differ between the groups with a strength of %1, where 0 is chance and 1 is separation. Boxes hold the middle half, whiskers reach 1.5 times as far.</source>
        <translation>Die Ränge unterscheiden sich zwischen den Gruppen mit der Stärke %1; dabei ist 0 Zufall und 1 völlige Trennung. Die Kästen umfassen die mittlere Hälfte, die Whisker reichen bis zum 1,5-Fachen der Kastenlänge.</translation>
    </message>
    <message>
        <source>Boxes hold the middle half, whiskers reach 1.5 times as far.</source>
        <translation>Die Kästen umfassen die mittlere Hälfte, die Whisker reichen bis zum 1,5-Fachen der Kastenlänge.</translation>
    </message>
    <message>
        <source>What a forest needs to tell %1</source>
        <translation>Was ein Random Forest braucht, um %1 vorherzusagen</translation>
    </message>
    <message>
        <source>Share of variance lost when shuffled</source>
        <translation>Beim Mischen verlorener Anteil der Varianz</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Wichtigkeit</translation>
    </message>
    <message>
        <source>The forest explains %1 of the variance of the ranks of %2 in runs it did not see.</source>
        <translation>In Läufen, die er nicht gesehen hat, erklärt der Random Forest %1 der Varianz der Ränge von %2.</translation>
    </message>
    <message>
        <source>Rank correlation with %1</source>
        <translation>Rangkorrelation mit %1</translation>
    </message>
    <message>
        <source>Spearman’s ρ without its sign; of categories the strength of their differences</source>
        <translation>Spearmans ρ ohne Vorzeichen; bei Kategorien die Stärke ihrer Unterschiede</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Sees only what rises or falls all the way; the forest also sees an optimum in between.</source>
        <translation>Erfasst nur, was durchgehend steigt oder fällt; der Random Forest erkennt auch ein Optimum dazwischen.</translation>
    </message>
    <message numerus="yes">
        <source>Read this with caution: %n run(s) are few for so many parameters.</source>
        <translation>
            <numerusform>Mit Vorsicht zu lesen: %n Lauf ist wenig für so viele Parameter.</numerusform>
            <numerusform>Mit Vorsicht zu lesen: %n Läufe sind wenige für so viele Parameter.</numerusform>
        </translation>
    </message>
    <message>
        <source>The forest explains hardly anything of this metric, so its order of parameters means little.</source>
        <translation>Der Random Forest erklärt von dieser Metrik kaum etwas; seine Reihenfolge der Parameter bedeutet daher wenig.</translation>
    </message>
    <message>
        <source>Left out, since they do not vary or name each run: %1.</source>
        <translation>Weggelassen, weil sie sich nicht ändern oder jeden Lauf eindeutig benennen: %1.</translation>
    </message>
    <message>
        <source>What goes with a metric in the runs that were made need not be what causes it.</source>
        <translation>Was in den vorhandenen Läufen mit einer Metrik einhergeht, muss nicht deren Ursache sein.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Median of the selected</source>
        <translation>Median der ausgewählten</translation>
    </message>
</context>
<context>
    <name>assay::ui::ExportDialog</name>
    <message>
        <source>Looking how much that is…</source>
        <translation>Der Umfang wird ermittelt…</translation>
    </message>
    <message>
        <source>Looking what would be exported</source>
        <translation>Es wird geprüft, was exportiert würde</translation>
    </message>
    <message>
        <source>There are no such runs.</source>
        <translation>Es gibt keine solchen Läufe.</translation>
    </message>
    <message>
        <source>about %1 before it is packed</source>
        <translation>etwa %1 vor dem Packen</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>Two tables: runs.csv with a row a run and points.csv with every logged point. Files of the runs are left out.</source>
        <translation>Zwei Tabellen: runs.csv mit einer Zeile je Lauf und points.csv mit jedem protokollierten Punkt. Dateien der Läufe werden ausgelassen.</translation>
    </message>
    <message>
        <source>A file a run with everything logged, and a list of them. Files of the runs are left out.</source>
        <translation>Je Lauf eine Datei mit allem, was protokolliert wurde, und eine Liste davon. Dateien der Läufe werden ausgelassen.</translation>
    </message>
    <message>
        <source>A folder that MLflow opens: metrics, parameters, tags, files and registered models.</source>
        <translation>Ein Ordner, den MLflow öffnet: Metriken, Parameter, Tags, Dateien und registrierte Modelle.</translation>
    </message>
    <message>
        <source>Everything of the runs, to be taken over whole by another Assay: points, files, where they came from and registered models.</source>
        <translation>Alles, was zu den Läufen gehört, zur vollständigen Übernahme in ein anderes Assay: Punkte, Dateien, Herkunft und registrierte Modelle.</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>Archives (*.zip)</source>
        <translation>Archive (*.zip)</translation>
    </message>
    <message>
        <source>Export to a new folder</source>
        <translation>In einen neuen Ordner exportieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Exporting runs</source>
        <translation>Läufe werden exportiert</translation>
    </message>
    <message>
        <source>Also the runs &amp;below them</source>
        <translation>Auch die &amp;untergeordneten Läufe</translation>
    </message>
    <message>
        <source>As one .&amp;zip file</source>
        <translation>Als eine .&amp;zip-Datei</translation>
    </message>
    <message>
        <source>Export runs</source>
        <translation>Läufe exportieren</translation>
    </message>
    <message numerus="yes">
        <source>The %n &amp;selected run(s)</source>
        <translation>
            <numerusform>Der %n &amp;ausgewählte Lauf</numerusform>
            <numerusform>Die %n &amp;ausgewählten Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>All runs the &amp;table shows</source>
        <translation>Alle Läufe, die die &amp;Tabelle zeigt</translation>
    </message>
    <message>
        <source>&amp;All runs that are neither deleted nor archived</source>
        <translation>A&amp;lle Läufe, die weder gelöscht noch archiviert sind</translation>
    </message>
    <message>
        <source>Such as the folds of a cross-validation</source>
        <translation>Etwa die Faltungen einer Kreuzvalidierung</translation>
    </message>
    <message>
        <source>A folder that is made, or a file that ends in .zip; nothing that is there is replaced</source>
        <translation>Ein Ordner, der angelegt wird, oder eine Datei mit der Endung .zip; Vorhandenes wird nicht ersetzt</translation>
    </message>
    <message>
        <source>B&amp;rowse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>&amp;Command</source>
        <translation>&amp;Befehl</translation>
    </message>
    <message>
        <source>File or folder to write</source>
        <translation>Zieldatei oder Zielordner</translation>
    </message>
    <message>
        <source>Command line that does the same</source>
        <translation>Befehlszeile, die dasselbe bewirkt</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>&amp;Look at it</source>
        <translation>An&amp;sehen</translation>
    </message>
    <message>
        <source>Open the folder it was written to</source>
        <translation>Den Ordner öffnen, in den geschrieben wurde</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>The line that is copied names all of the runs</source>
        <translation>Die kopierte Zeile nennt alle Läufe</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>Cancelled. No half-written export was left behind.</source>
        <translation>Abgebrochen. Es blieb kein halb geschriebener Export zurück.</translation>
    </message>
    <message>
        <source>T&amp;o</source>
        <translation>Z&amp;iel</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) with %1 points and %2 files: %3.</source>
        <translation>
            <numerusform>%Ln Lauf mit %1 Punkten und %2 Dateien: %3.</numerusform>
            <numerusform>%Ln Läufe mit %1 Punkten und %2 Dateien: %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) written to %1 (%2).</source>
        <translation>
            <numerusform>%Ln Lauf nach %1 geschrieben (%2).</numerusform>
            <numerusform>%Ln Läufe nach %1 geschrieben (%2).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::FairnessMeasuresModel</name>
    <message>
        <source>Everyone else against “%1” (AIF360)</source>
        <translation>Alle anderen gegenüber „%1“ (AIF360)</translation>
    </message>
    <message>
        <source>Over all groups (fairlearn)</source>
        <translation>Über alle Gruppen (fairlearn)</translation>
    </message>
    <message>
        <source>Below four fifths · %1</source>
        <translation>Unter vier Fünfteln · %1</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>The value if all groups were treated alike</source>
        <translation>Der Wert, wenn alle Gruppen gleich behandelt würden</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesart</translation>
    </message>
</context>
<context>
    <name>assay::ui::FairnessTab</name>
    <message>
        <source>Selection rate</source>
        <translation>Auswahlrate</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>True positive rate</source>
        <translation>Richtig-positiv-Rate</translation>
    </message>
    <message>
        <source>False positive rate</source>
        <translation>Falsch-positiv-Rate</translation>
    </message>
    <message>
        <source>&amp;Column</source>
        <translation>&amp;Spalte</translation>
    </message>
    <message>
        <source>&amp;Privileged group</source>
        <translation>&amp;Privilegierte Gruppe</translation>
    </message>
    <message>
        <source>Char&amp;t shows</source>
        <translation>Diagramm &amp;zeigt</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Measures of fairness</source>
        <translation>Fairness-Maße</translation>
    </message>
    <message>
        <source>Definitions of fairness</source>
        <translation>Definitionen von Fairness</translation>
    </message>
    <message>
        <source>Fairness is about two classes</source>
        <translation>Fairness betrifft zwei Klassen</translation>
    </message>
    <message>
        <source>This run has another task; group metrics need a yes or no.</source>
        <translation>Dieser Lauf hat eine andere Aufgabe; Gruppenmetriken brauchen ein Ja oder Nein.</translation>
    </message>
    <message>
        <source>No column was kept with the predictions</source>
        <translation>Mit den Vorhersagen wurde keine Spalte aufbewahrt</translation>
    </message>
    <message>
        <source>Train again with a protected column marked on the train page: its groups are then compared here.</source>
        <translation>Trainieren Sie erneut und markieren Sie auf der Trainingsseite eine geschützte Spalte: Deren Gruppen werden dann hier verglichen.</translation>
    </message>
    <message>
        <source>Comparing groups of “%1”</source>
        <translation>Gruppen von „%1“ werden verglichen</translation>
    </message>
    <message>
        <source>The groups cannot be compared</source>
        <translation>Die Gruppen lassen sich nicht vergleichen</translation>
    </message>
</context>
<context>
    <name>assay::ui::FilterBox</name>
    <message>
        <source>Filter runs</source>
        <translation>Läufe filtern</translation>
    </message>
    <message>
        <source>Filter: metrics.roc_auc &gt; 0.9 and params.model = &quot;xgboost&quot;, or words</source>
        <translation>Filter: metrics.roc_auc &gt; 0.9 and params.model = &quot;xgboost&quot; – oder Wörter</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>What was asked before (Up and Down in the filter)</source>
        <translation>Frühere Abfragen (Pfeil nach oben und nach unten im Filter)</translation>
    </message>
    <message>
        <source>Looking for keys and values</source>
        <translation>Schlüssel und Werte werden gesucht</translation>
    </message>
    <message>
        <source>Nothing was asked yet</source>
        <translation>Noch keine Abfragen</translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation>Verlauf leeren</translation>
    </message>
</context>
<context>
    <name>assay::ui::Format</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from, to</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>p &lt; %1</source>
        <translation>p &lt; %1</translation>
    </message>
    <message>
        <source>p = %1</source>
        <translation>p = %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>Abgestürzt</translation>
    </message>
    <message>
        <source>ROC AUC</source>
        <translation>ROC-AUC</translation>
    </message>
    <message>
        <source>ROC AUC (one vs rest)</source>
        <translation>ROC AUC (eine gegen alle)</translation>
    </message>
    <message>
        <source>Average precision</source>
        <translation>Mittlere Präzision</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>Balancierte Genauigkeit</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote (Recall)</translation>
    </message>
    <message>
        <source>Specificity</source>
        <translation>Spezifität</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>MCC</source>
        <translation>MCC</translation>
    </message>
    <message>
        <source>Cohen’s kappa</source>
        <translation>Cohens Kappa</translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>Log Loss</translation>
    </message>
    <message>
        <source>Brier score</source>
        <translation>Brier-Score</translation>
    </message>
    <message>
        <source>KS</source>
        <translation>KS</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>Kalibrierungsfehler</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>MSE</source>
        <translation>MSE</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>MAPE</source>
        <translation>MAPE</translation>
    </message>
    <message>
        <source>Median absolute error</source>
        <translation>Median des absoluten Fehlers</translation>
    </message>
    <message>
        <source>Explained variance</source>
        <translation>Erklärte Varianz</translation>
    </message>
    <message>
        <source>Largest error</source>
        <translation>Größter Fehler</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Basismodell</translation>
    </message>
    <message>
        <source>Logistic regression</source>
        <translation>Logistische Regression</translation>
    </message>
    <message>
        <source>Linear regression</source>
        <translation>Lineare Regression</translation>
    </message>
    <message>
        <source>Gradient boosting</source>
        <translation>Gradient Boosting</translation>
    </message>
    <message>
        <source>Random forest</source>
        <translation>Random Forest</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Ja oder Nein</translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation>Ganze Zahl</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>Naive Bayes</source>
        <translation>Naiver Bayes</translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation>Nächste Nachbarn</translation>
    </message>
    <message>
        <source>Decision tree</source>
        <translation>Entscheidungsbaum</translation>
    </message>
    <message>
        <source>Linear support vector machine</source>
        <translation>Lineare Support-Vector-Maschine</translation>
    </message>
    <message>
        <source>Multilayer perceptron</source>
        <translation>Mehrschichtiges Perzeptron</translation>
    </message>
    <message>
        <source>Ensemble</source>
        <translation>Ensemble</translation>
    </message>
    <message>
        <source>%1 B</source>
        <comment>bytes</comment>
        <translation>%1 B</translation>
    </message>
</context>
<context>
    <name>assay::ui::GroupModel</name>
    <message>
        <source>Undefined: the group has nobody to divide by.</source>
        <translation>Nicht definiert: In dieser Gruppe ist der Nenner null.</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from, to</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>95 % interval by Wilson</source>
        <translation>95-%-Intervall nach Wilson</translation>
    </message>
    <message>
        <source>privileged</source>
        <translation>privilegiert</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>How many rows of the test data the group has</source>
        <translation>Wie viele Zeilen der Testdaten die Gruppe hat</translation>
    </message>
    <message>
        <source>Base rate</source>
        <translation>Basisrate</translation>
    </message>
    <message>
        <source>Share that is positive in truth</source>
        <translation>Anteil, der tatsächlich positiv ist</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Ausgewählt</translation>
    </message>
    <message>
        <source>Share predicted positive</source>
        <translation>Anteil, der positiv vorhergesagt wird</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Share predicted right</source>
        <translation>Anteil, der richtig vorhergesagt wird</translation>
    </message>
    <message>
        <source>True pos.</source>
        <translation>Richtig pos.</translation>
    </message>
    <message>
        <source>True positive rate: share of the positives that is found</source>
        <translation>Richtig-positiv-Rate: Anteil der Positiven, der gefunden wird</translation>
    </message>
    <message>
        <source>False pos.</source>
        <translation>Falsch pos.</translation>
    </message>
    <message>
        <source>False positive rate: share of the negatives taken for positive</source>
        <translation>Falsch-positiv-Rate: Anteil der Negativen, der für positiv gehalten wird</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Share of those predicted positive that is</source>
        <translation>Anteil der positiv Vorhergesagten, der es wirklich ist</translation>
    </message>
    <message>
        <source>ROC AUC</source>
        <translation>ROC-AUC</translation>
    </message>
    <message>
        <source>How well the scores rank within the group</source>
        <translation>Wie gut die Scores innerhalb der Gruppe ordnen</translation>
    </message>
</context>
<context>
    <name>assay::ui::HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>&lt;h3&gt;From a file to a decision&lt;/h3&gt;&lt;ol&gt;&lt;li&gt;&lt;b&gt;Drop a file&lt;/b&gt; on the window, or press Ctrl+O. The import sheet shows 200 rows as written and as read; change delimiter, decimal mark or the kind of a column until both agree. &lt;i&gt;Import&lt;/i&gt;.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Look at the profile.&lt;/b&gt; Missing values, distributions and warnings; confirm what is to be predicted. &lt;i&gt;Choose models&lt;/i&gt;.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Train.&lt;/b&gt; Take the suggested set or choose models and parameters. Curves and the leaderboard fill while it works. &lt;i&gt;Compare&lt;/i&gt;.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Compare.&lt;/b&gt; Every difference comes with an interval and a test on the same rows.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Explain, fairness, drift.&lt;/b&gt; What drives a prediction, who is treated differently, whether the data has moved.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Report.&lt;/b&gt; One file anyone can open.&lt;/li&gt;&lt;/ol&gt;&lt;h3&gt;Good to know&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Ctrl+K finds every command by a few letters of its name.&lt;/li&gt;&lt;li&gt;&lt;i&gt;Edit › Copy as command&lt;/i&gt; gives the command line that does what the page shows.&lt;/li&gt;&lt;li&gt;Every run is kept as soon as it begins; there is nothing to save.&lt;/li&gt;&lt;li&gt;Another window or a command line may write to the same store; this window follows within a second.&lt;/li&gt;&lt;/ul&gt;</source>
        <translation>&lt;h3&gt;Von der Datei zur Entscheidung&lt;/h3&gt;&lt;ol&gt;&lt;li&gt;&lt;b&gt;Legen Sie eine Datei&lt;/b&gt; auf dem Fenster ab oder drücken Sie Strg+O. Die Importseite zeigt 200 Zeilen so, wie sie geschrieben sind, und so, wie sie gelesen werden; ändern Sie Trennzeichen, Dezimalzeichen oder den Typ einer Spalte, bis beides übereinstimmt. &lt;i&gt;Importieren&lt;/i&gt;.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Sehen Sie sich das Profil an.&lt;/b&gt; Fehlende Werte, Verteilungen und Warnungen; bestätigen Sie, was vorhergesagt werden soll. &lt;i&gt;Modelle wählen&lt;/i&gt;.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Trainieren.&lt;/b&gt; Übernehmen Sie die vorgeschlagene Auswahl oder wählen Sie Modelle und Parameter selbst. Kurven und Rangliste füllen sich währenddessen. &lt;i&gt;Vergleichen&lt;/i&gt;.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Vergleichen.&lt;/b&gt; Zu jedem Unterschied gehören ein Intervall und ein Test auf denselben Zeilen.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Erklären, Fairness, Drift.&lt;/b&gt; Was eine Vorhersage bestimmt, wer anders behandelt wird, ob sich die Daten verschoben haben.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Bericht.&lt;/b&gt; Eine Datei, die alle öffnen können.&lt;/li&gt;&lt;/ol&gt;&lt;h3&gt;Gut zu wissen&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Strg+K findet jeden Befehl anhand einiger Buchstaben seines Namens.&lt;/li&gt;&lt;li&gt;&lt;i&gt;Bearbeiten › Als Befehl kopieren&lt;/i&gt; liefert die Befehlszeile, die tut, was die Seite zeigt.&lt;/li&gt;&lt;li&gt;Jeder Lauf wird aufbewahrt, sobald er beginnt; Sie müssen nichts speichern.&lt;/li&gt;&lt;li&gt;Ein anderes Fenster oder eine Befehlszeile kann in dieselbe Ablage schreiben; dieses Fenster zieht innerhalb einer Sekunde nach.&lt;/li&gt;&lt;/ul&gt;</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Filter the glossary</source>
        <translation>Glossar filtern</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Begriff</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>Wirkung</translation>
    </message>
</context>
<context>
    <name>assay::ui::ImportPage</name>
    <message>
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>space</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import this file</source>
        <translation>Diese Datei importieren</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Datei wird gelesen</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>&lt;p&gt;Every cell is shown as it was read, and under it as the file has it. Cells that do not fit the kind of their column become missing and are listed; nothing is changed silently.&lt;/p&gt;&lt;p&gt;File:&lt;br&gt;%1&lt;/p&gt;</source>
        <translation>&lt;p&gt;Jede Zelle wird so gezeigt, wie sie gelesen wurde, und darunter so, wie sie in der Datei steht. Zellen, die nicht zum Typ ihrer Spalte passen, gelten als fehlend und werden aufgeführt; nichts wird stillschweigend geändert.&lt;/p&gt;&lt;p&gt;Datei:&lt;br&gt;%1&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>What stands between two cells</source>
        <translation>Was zwischen zwei Zellen steht</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Bar |</source>
        <translation>Senkrechter Strich |</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Dezimalzeichen</translation>
    </message>
    <message>
        <source>Whether 0,9 or 0.9 is a number below one</source>
        <translation>Ob 0,9 oder 0.9 eine Zahl unter eins ist</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Date order</source>
        <translation>Datumsfolge</translation>
    </message>
    <message>
        <source>Whether 03/04 is in April or in March</source>
        <translation>Ob 03/04 im April oder im März liegt</translation>
    </message>
    <message>
        <source>Day first</source>
        <translation>Tag zuerst</translation>
    </message>
    <message>
        <source>Month first</source>
        <translation>Monat zuerst</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>How letters beyond A to Z are written</source>
        <translation>Wie Buchstaben jenseits von A bis Z geschrieben sind</translation>
    </message>
    <message>
        <source>Also missing</source>
        <translation>Auch fehlend</translation>
    </message>
    <message>
        <source>such as n/k; -99</source>
        <translation>etwa k. A.; -99</translation>
    </message>
    <message>
        <source>More texts that mean a missing value, with ; between them. Empty cells, NA, NaN, null, None and ? always do.</source>
        <translation>Weitere Texte, die einen fehlenden Wert bedeuten, durch ; getrennt. Leere Zellen, NA, NaN, null, None und ? tun das immer.</translation>
    </message>
    <message>
        <source>First row is data</source>
        <translation>Erste Zeile enthält Daten</translation>
    </message>
    <message>
        <source>The file has no header; columns are numbered</source>
        <translation>Die Datei hat keine Kopfzeile; die Spalten werden nummeriert</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Erste Zeilen der Datei</translation>
    </message>
    <message>
        <source>What cells show</source>
        <translation>Was die Zellen zeigen</translation>
    </message>
    <message>
        <source>Cells as read, and as written</source>
        <translation>Zellen wie gelesen und wie geschrieben</translation>
    </message>
    <message>
        <source>Cells as read</source>
        <translation>Zellen wie gelesen</translation>
    </message>
    <message>
        <source>Cells as written</source>
        <translation>Zellen wie geschrieben</translation>
    </message>
    <message>
        <source>Kinds of columns</source>
        <translation>Typen der Spalten</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Cells that do not fit</source>
        <translation>Zellen, die nicht passen</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>Every cell fits</source>
        <translation>Alle Zellen passen</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) do not fit and become missing</source>
        <translation>
            <numerusform>%n Zelle passt nicht und gilt als fehlend</numerusform>
            <numerusform>%n Zellen passen nicht und gelten als fehlend</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 rows shown</source>
        <translation>%1 von %2 Zeilen gezeigt</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n Spalte</numerusform>
            <numerusform>%n Spalten</numerusform>
        </translation>
    </message>
    <message>
        <source>delimiter %1</source>
        <translation>Trennzeichen %1</translation>
    </message>
    <message>
        <source>decimal mark %1</source>
        <translation>Dezimalzeichen %1</translation>
    </message>
    <message>
        <source>compressed</source>
        <translation>komprimiert</translation>
    </message>
    <message>
        <source>Kind of %1</source>
        <translation>Typ von %1</translation>
    </message>
    <message>
        <source>Decide automatically</source>
        <translation>Automatisch bestimmen</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>%1 wird importiert</translation>
    </message>
</context>
<context>
    <name>assay::ui::Inspector</name>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>&lt;p&gt;Nothing more to say about this page.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Zu dieser Seite gibt es nichts weiter zu sagen.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Go to a field to read what it does. F1 opens the help.</source>
        <translation>Gehen Sie zu einem Feld, um zu lesen, was es bewirkt. F1 öffnet die Hilfe.</translation>
    </message>
</context>
<context>
    <name>assay::ui::IntervalView</name>
    <message>
        <source>Difference and its interval</source>
        <translation>Differenz und ihr Intervall</translation>
    </message>
    <message>
        <source>%1, interval %2</source>
        <translation>%1, Intervall %2</translation>
    </message>
</context>
<context>
    <name>assay::ui::JobBoardModel</name>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Training, %1</source>
        <translation>Training, %1</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1  [%2, %3]</source>
        <translation>%1  [%2, %3]</translation>
    </message>
    <message>
        <source>%1 with its interval of %2 confidence</source>
        <translation>%1 mit Konfidenzintervall (%2)</translation>
    </message>
    <message>
        <source>Larger is better</source>
        <translation>Größer ist besser</translation>
    </message>
    <message>
        <source>Smaller is better</source>
        <translation>Kleiner ist besser</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Trainingszeit</translation>
    </message>
</context>
<context>
    <name>assay::ui::JobsPane</name>
    <message>
        <source>Stopping…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Fortschritt: %1</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>Abbrechen: %1</translation>
    </message>
    <message>
        <source>Nothing is running. Imports, training and comparisons show here while they work.</source>
        <translation>Zurzeit läuft nichts. Importe, Training und Vergleiche erscheinen hier, während sie arbeiten.</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation>
            <numerusform>%n Aufgabe läuft</numerusform>
            <numerusform>%n Aufgaben laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
</context>
<context>
    <name>assay::ui::Justification</name>
    <message>
        <source>version %1 of %2</source>
        <comment>number, model</comment>
        <translation>Version %1 von %2</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
</context>
<context>
    <name>assay::ui::LogPane</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>What happens in this window is written here.</source>
        <translation>Was in diesem Fenster geschieht, wird hier festgehalten.</translation>
    </message>
</context>
<context>
    <name>assay::ui::MainMenu</name>
    <message>
        <source>Menus</source>
        <translation>Menüs</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>Da&amp;ten</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Analyse</source>
        <translation>A&amp;nalyse</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Extras</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Open data…</source>
        <translation>&amp;Daten öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;store…</source>
        <translation>&amp;Ablage öffnen…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation>Ctrl+Shift+O</translation>
    </message>
    <message>
        <source>&amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Re&amp;port…</source>
        <translation>Be&amp;richt…</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Ctrl+P</translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation>Tab &amp;schließen</translation>
    </message>
    <message>
        <source>Ctrl+W</source>
        <translation>Ctrl+W</translation>
    </message>
    <message>
        <source>Close other &amp;tabs</source>
        <translation>Andere &amp;Tabs schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>Sa&amp;mples</source>
        <translation>Beis&amp;piele</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Copy as command</source>
        <translation>Als &amp;Befehl kopieren</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>&amp;Find in the navigator</source>
        <translation>Im &amp;Navigator suchen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+F</source>
        <translation>Ctrl+Shift+F</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <translation>&amp;Normale Größe</translation>
    </message>
    <message>
        <source>Ctrl+0</source>
        <translation>Ctrl+0</translation>
    </message>
    <message>
        <source>&amp;Next tab</source>
        <translation>Nächster &amp;Tab</translation>
    </message>
    <message>
        <source>Ctrl+PgDown</source>
        <translation>Ctrl+PgDown</translation>
    </message>
    <message>
        <source>&amp;Previous tab</source>
        <translation>Vor&amp;heriger Tab</translation>
    </message>
    <message>
        <source>Ctrl+PgUp</source>
        <translation>Ctrl+PgUp</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>&amp;Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Voll&amp;bild</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Profile</source>
        <translation>&amp;Profil</translation>
    </message>
    <message>
        <source>&amp;Import again…</source>
        <translation>&amp;Erneut importieren…</translation>
    </message>
    <message>
        <source>&amp;Train…</source>
        <translation>&amp;Trainieren…</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>&amp;Läufe</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Ctrl+R</translation>
    </message>
    <message>
        <source>&amp;Cancel what runs</source>
        <translation>Laufendes &amp;abbrechen</translation>
    </message>
    <message>
        <source>Ctrl+.</source>
        <translation>Ctrl+.</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+R</source>
        <translation>Ctrl+Shift+R</translation>
    </message>
    <message>
        <source>&amp;Look into the run</source>
        <translation>&amp;Lauf untersuchen</translation>
    </message>
    <message>
        <source>&amp;Drift…</source>
        <translation>&amp;Drift…</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>Command &amp;palette…</source>
        <translation>Befehls&amp;palette…</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Ctrl+K</translation>
    </message>
    <message>
        <source>&amp;Start page</source>
        <translation>&amp;Startseite</translation>
    </message>
    <message>
        <source>Ctrl+Home</source>
        <translation>Ctrl+Home</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>&amp;Erste Schritte</translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation>&amp;Glossar</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Ctrl+/</source>
        <translation>Ctrl+/</translation>
    </message>
    <message>
        <source>&amp;About Assay</source>
        <translation>&amp;Über Assay</translation>
    </message>
    <message>
        <source>&amp;Take over runs…</source>
        <translation>&amp;Läufe übernehmen…</translation>
    </message>
    <message>
        <source>Re&amp;gistry</source>
        <translation>Modellre&amp;gister</translation>
    </message>
    <message>
        <source>Ctrl+G</source>
        <translation>Ctrl+G</translation>
    </message>
    <message>
        <source>&amp;Metrics</source>
        <translation>&amp;Metriken</translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation>Ctrl+M</translation>
    </message>
    <message>
        <source>&amp;Explore runs</source>
        <translation>Läufe &amp;erkunden</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Check store</source>
        <translation>Ablage prüfen</translation>
    </message>
    <message>
        <source>&amp;Back up store…</source>
        <translation>Ablage &amp;sichern…</translation>
    </message>
    <message>
        <source>&amp;Export runs…</source>
        <translation>Läufe &amp;exportieren…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation>Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>&amp;Experiments…</source>
        <translation>&amp;Experimente…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+X</source>
        <translation>Ctrl+Shift+X</translation>
    </message>
    <message>
        <source>Sal&amp;vage store…</source>
        <translation>Ablage &amp;retten…</translation>
    </message>
</context>
<context>
    <name>assay::ui::MainWindow</name>
    <message>
        <source>Assay</source>
        <translation>Assay</translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation>Navigator</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Store %1</source>
        <translation>Ablage %1</translation>
    </message>
    <message>
        <source>Jobs are running</source>
        <translation>Es laufen noch Aufträge</translation>
    </message>
    <message>
        <source>Close Assay</source>
        <translation>Assay beenden</translation>
    </message>
    <message>
        <source>Work is still running. Stop it and close? Finished runs are kept.</source>
        <translation>Es wird noch gearbeitet. Abbrechen und beenden? Fertige Läufe bleiben erhalten.</translation>
    </message>
    <message>
        <source>Panes</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Open data</source>
        <translation>Daten öffnen</translation>
    </message>
    <message>
        <source>Data (*.csv *.tsv *.txt *.json *.jsonl *.ndjson *.parquet *.gz);;All files (*)</source>
        <translation>Daten (*.csv *.tsv *.txt *.json *.jsonl *.ndjson *.parquet *.gz);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open store</source>
        <translation>Ablage öffnen</translation>
    </message>
    <message>
        <source>Stores (*.db *.sqlite);;All files (*)</source>
        <translation>Ablagen (*.db *.sqlite);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The store %1 opens in a window of its own.</source>
        <translation>Die Ablage %1 wird in einem eigenen Fenster geöffnet.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>%1 – Assay</source>
        <translation>%1 – Assay</translation>
    </message>
    <message>
        <source>Drop a file to begin</source>
        <translation>Zum Beginnen eine Datei hierher ziehen</translation>
    </message>
    <message>
        <source>Choose two runs to compare</source>
        <translation>Zwei Läufe zum Vergleichen wählen</translation>
    </message>
    <message>
        <source>Needs two datasets</source>
        <translation>Benötigt zwei Datensätze</translation>
    </message>
    <message>
        <source>Made from runs</source>
        <translation>Entstehen aus Läufen</translation>
    </message>
    <message>
        <source>Reading runs</source>
        <translation>Läufe werden gelesen</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>Alle Läufe</translation>
    </message>
    <message>
        <source>The table of all runs</source>
        <translation>Die Tabelle aller Läufe</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Train a model to fill this</source>
        <translation>Entstehen beim Trainieren eines Modells</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>About Assay</source>
        <translation>Über Assay</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Assay %1&lt;/h3&gt;&lt;p&gt;A laboratory for comparing machine learning models on your own machine.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Assay %1&lt;/h3&gt;&lt;p&gt;Ein Labor zum Vergleichen von Modellen des maschinellen Lernens auf dem eigenen Rechner.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder neuer.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>assay::ui::MarkdownView</name>
    <message>
        <source>The note as it reads</source>
        <translation>Die Notiz in der Leseansicht</translation>
    </message>
</context>
<context>
    <name>assay::ui::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Show problems</source>
        <translation>Probleme anzeigen</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>assay::ui::MetricPage</name>
    <message>
        <source>Metrics of %1</source>
        <translation>Metriken von %1</translation>
    </message>
    <message numerus="yes">
        <source>Metrics of %n run(s)</source>
        <translation>
            <numerusform>Metriken von %n Lauf</numerusform>
            <numerusform>Metriken von %n Läufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading curves</source>
        <translation>Kurven werden gelesen</translation>
    </message>
    <message>
        <source>The curves could not be read</source>
        <translation>Die Kurven konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>None of these runs is here any more</source>
        <translation>Keiner dieser Läufe ist noch vorhanden</translation>
    </message>
    <message>
        <source>No metric was logged yet</source>
        <translation>Noch wurde keine Metrik protokolliert</translation>
    </message>
    <message>
        <source>They may have been purged.</source>
        <translation>Möglicherweise wurden sie endgültig entfernt.</translation>
    </message>
    <message>
        <source>Curves appear here as soon as a run logs a point.</source>
        <translation>Kurven erscheinen hier, sobald ein Lauf einen Punkt protokolliert.</translation>
    </message>
    <message>
        <source>Choose runs</source>
        <translation>Läufe auswählen</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 points</source>
        <comment>of curves</comment>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>At the line</source>
        <translation>An der Linie</translation>
    </message>
    <message numerus="yes">
        <source>%1, in %n run(s)</source>
        <translation>
            <numerusform>%1, in %n Lauf</numerusform>
            <numerusform>%1, in %n Läufen</numerusform>
        </translation>
    </message>
    <message>
        <source>no grouping</source>
        <translation>keine Gruppierung</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>log x</source>
        <translation>log x</translation>
    </message>
    <message>
        <source>log y</source>
        <translation>log y</translation>
    </message>
    <message>
        <source>Without outliers</source>
        <translation>Ohne Ausreißer</translation>
    </message>
    <message>
        <source>Zoom together</source>
        <translation>Gemeinsam zoomen</translation>
    </message>
    <message>
        <source>Follow the end</source>
        <translation>Dem Ende folgen</translation>
    </message>
    <message>
        <source>No run is chosen</source>
        <translation>Kein Lauf ist ausgewählt</translation>
    </message>
    <message>
        <source>Select runs in the runs table, then press Metrics.</source>
        <translation>Wählen Sie in der Tabelle der Läufe Läufe aus und klicken Sie dann auf „Metriken“.</translation>
    </message>
    <message>
        <source>Set these runs against each other, with intervals and tests</source>
        <translation>Diese Läufe einander gegenüberstellen, mit Intervallen und Tests</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Find metrics</source>
        <translation>Metriken suchen</translation>
    </message>
    <message>
        <source>Find runs</source>
        <translation>Läufe suchen</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>wall time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>relative time</source>
        <translation>relative Zeit</translation>
    </message>
    <message>
        <source>Along x</source>
        <translation>Auf der x-Achse</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>Mean and range of the runs that share a value</source>
        <translation>Mittelwert und Spannweite der Läufe mit gleichem Wert</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>Einfärben nach</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>last value</source>
        <translation>letzter Wert</translation>
    </message>
    <message>
        <source>y shows the 2nd to the 98th percentile and a little more; a chart says how much is outside</source>
        <translation>y zeigt das 2. bis 98. Perzentil und etwas mehr; jedes Diagramm gibt an, wie viel außerhalb liegt</translation>
    </message>
    <message>
        <source>All charts show the same part of x</source>
        <translation>Alle Diagramme zeigen denselben Abschnitt von x</translation>
    </message>
    <message>
        <source>When the latest points are in sight, x moves on with them</source>
        <translation>Sind die neuesten Punkte zu sehen, wandert x mit ihnen weiter</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>moving average</source>
        <translation>gleitender Mittelwert</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>Gauß</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>The exponential moving average is corrected for its start, as TensorBoard&apos;s; the raw curve stays behind it.</source>
        <translation>Der exponentiell gleitende Mittelwert ist wie bei TensorBoard um seinen Anfang korrigiert; die Rohkurve bleibt dahinter sichtbar.</translation>
    </message>
    <message>
        <source>How much smoothing</source>
        <translation>Stärke der Glättung</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>Automatic: groups or up to eight runs have a colour each; of more runs, colour tells the last value, as the scale beside a chart&apos;s title says.</source>
        <translation>Automatisch: Gruppen oder bis zu acht Läufe haben je eine Farbe; bei mehr Läufen zeigt die Farbe den letzten Wert, wie die Skala neben dem Titel eines Diagramms angibt.</translation>
    </message>
    <message>
        <source>Last %1</source>
        <comment>of a metric</comment>
        <translation>Letzter Wert: %1</translation>
    </message>
</context>
<context>
    <name>assay::ui::MetricPanel</name>
    <message>
        <source>Chart menu</source>
        <translation>Diagrammmenü</translation>
    </message>
    <message>
        <source>Copy or save this chart</source>
        <translation>Dieses Diagramm kopieren oder speichern</translation>
    </message>
    <message>
        <source>Show data &amp;table</source>
        <translation>Daten&amp;tabelle anzeigen</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>&amp;Alles anzeigen</translation>
    </message>
    <message>
        <source>Show all charts</source>
        <translation>Alle Diagramme anzeigen</translation>
    </message>
    <message>
        <source>Show this chart alone</source>
        <translation>Nur dieses Diagramm anzeigen</translation>
    </message>
</context>
<context>
    <name>assay::ui::MetricRunsModel</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
</context>
<context>
    <name>assay::ui::MetricText</name>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
</context>
<context>
    <name>assay::ui::MetricsModel</name>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
</context>
<context>
    <name>assay::ui::ModelVersionsModel</name>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>Aliasse</translation>
    </message>
    <message>
        <source>Names that point at one version</source>
        <translation>Namen, die auf eine Version zeigen</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Headline metric of the run it came from</source>
        <translation>Hauptmetrik des Laufs, aus dem sie stammt</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>What it learned from</source>
        <translation>Woraus sie gelernt hat</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Registriert</translation>
    </message>
</context>
<context>
    <name>assay::ui::Navigator</name>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Filter the navigator</source>
        <translation>Navigator filtern</translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation>Navigator</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>Vergleiche</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
</context>
<context>
    <name>assay::ui::NotesView</name>
    <message>
        <source>Double-click to change the note</source>
        <translation>Zum Ändern der Notiz doppelklicken</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Show how the note reads</source>
        <translation>Notiz in der Leseansicht zeigen</translation>
    </message>
    <message>
        <source>Change the note</source>
        <translation>Notiz ändern</translation>
    </message>
    <message>
        <source>Show how the note reads (Markdown)</source>
        <translation>Notiz in der Leseansicht zeigen (Markdown)</translation>
    </message>
</context>
<context>
    <name>assay::ui::OperatingModel</name>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>At the threshold of the slider</source>
        <translation>Beim Schwellenwert des Reglers</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>Bei %1</translation>
    </message>
    <message>
        <source>At the threshold of the run</source>
        <translation>Beim Schwellenwert des Laufs</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Share of rows that are right</source>
        <translation>Anteil der richtig vorhergesagten Zeilen</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Share of the selected that are positive</source>
        <translation>Anteil der Ausgewählten, der positiv ist</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote (Recall)</translation>
    </message>
    <message>
        <source>Share of the positives that is selected</source>
        <translation>Anteil der Positiven, der ausgewählt wird</translation>
    </message>
    <message>
        <source>Specificity</source>
        <translation>Spezifität</translation>
    </message>
    <message>
        <source>Share of the negatives that is left alone</source>
        <translation>Anteil der Negativen, der nicht ausgewählt wird</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Harmonic mean of precision and recall</source>
        <translation>Harmonisches Mittel aus Präzision und Trefferquote</translation>
    </message>
    <message>
        <source>MCC</source>
        <translation>MCC</translation>
    </message>
    <message>
        <source>Matthews correlation of truth and prediction</source>
        <translation>Matthews-Korrelation zwischen Wahrheit und Vorhersage</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Ausgewählt</translation>
    </message>
    <message>
        <source>Share of rows at or above the threshold</source>
        <translation>Anteil der Zeilen ab dem Schwellenwert</translation>
    </message>
    <message>
        <source>Expected cost</source>
        <translation>Erwartete Kosten</translation>
    </message>
    <message>
        <source>Mean cost of a row by the cost matrix</source>
        <translation>Mittlere Kosten je Zeile nach der Kostenmatrix</translation>
    </message>
</context>
<context>
    <name>assay::ui::PairTestsModel</name>
    <message>
        <source>%1 : %2</source>
        <comment>rows only the one, only the other got right</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>McNemar&apos;s test, exact: few rows are decided differently</source>
        <translation>McNemar-Test, exakt: Wenige Zeilen werden verschieden entschieden</translation>
    </message>
    <message>
        <source>McNemar&apos;s test with continuity correction, χ² = %1</source>
        <translation>McNemar-Test mit Stetigkeitskorrektur, χ² = %1</translation>
    </message>
    <message>
        <source>%1 / %2 / %3</source>
        <comment>three shares</comment>
        <translation>%1 / %2 / %3</translation>
    </message>
    <message>
        <source>Probability that the first is better, that they are within ±%1, that the second is better (Bayesian correlated t test)</source>
        <translation>Wahrscheinlichkeit, dass der erste besser ist, dass beide innerhalb von ±%1 liegen, dass der zweite besser ist (Bayesscher korrelierter t-Test)</translation>
    </message>
    <message numerus="yes">
        <source>Paired bootstrap of %1, %n resample(s), %2</source>
        <translation>
            <numerusform>Gepaarter Bootstrap für %1, %n Stichprobe, %2</numerusform>
            <numerusform>Gepaarter Bootstrap für %1, %n Stichproben, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>DeLong&apos;s test of two ROC AUCs, z = %1</source>
        <translation>DeLong-Test zweier ROC-AUC-Werte, z = %1</translation>
    </message>
    <message numerus="yes">
        <source>%n fold(s)</source>
        <translation>
            <numerusform>%n Faltung</numerusform>
            <numerusform>%n Faltungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Corrected resampled t test over the folds of cross-validated runs</source>
        <translation>Korrigierter t-Test für wiederholte Stichproben über die Faltungen kreuzvalidierter Läufe</translation>
    </message>
    <message>
        <source>F %1</source>
        <translation>F %1</translation>
    </message>
    <message>
        <source>Combined F test over 5 repeats of 2 folds</source>
        <translation>Kombinierter F-Test über 5 Wiederholungen mit 2 Faltungen</translation>
    </message>
    <message>
        <source>First − second</source>
        <translation>Erster − zweiter</translation>
    </message>
    <message>
        <source>Δ %1</source>
        <comment>metric</comment>
        <translation>Δ %1</translation>
    </message>
    <message>
        <source>p, adjusted</source>
        <translation>p, adjustiert</translation>
    </message>
    <message>
        <source>By Holm over all pairs shown</source>
        <translation>Nach Holm über alle gezeigten Paare</translation>
    </message>
    <message>
        <source>First is</source>
        <translation>Der erste ist</translation>
    </message>
    <message>
        <source>What may be concluded at the chosen level</source>
        <translation>Was sich beim gewählten Niveau schließen lässt</translation>
    </message>
    <message>
        <source>Bootstrap</source>
        <translation>Bootstrap</translation>
    </message>
    <message>
        <source>Corrected t</source>
        <translation>Korrigiertes t</translation>
    </message>
    <message>
        <source>5×2 cv F</source>
        <translation>5×2-cv-F</translation>
    </message>
    <message>
        <source>Bayesian t</source>
        <translation>Bayessches t</translation>
    </message>
    <message>
        <source>%1 − %2</source>
        <comment>two runs</comment>
        <translation>%1 − %2</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) in common</source>
        <translation>
            <numerusform>%n gemeinsame Zeile</numerusform>
            <numerusform>%n gemeinsame Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::ParallelPlot</name>
    <message>
        <source>Parameters and metrics of all runs</source>
        <translation>Parameter und Metriken aller Läufe</translation>
    </message>
    <message>
        <source>Drag along an axis to select the runs within.</source>
        <translation>Ziehen Sie entlang einer Achse, um die Läufe in diesem Bereich auszuwählen.</translation>
    </message>
    <message>
        <source>%1 (log)</source>
        <translation>%1 (log)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ohne</translation>
    </message>
</context>
<context>
    <name>assay::ui::ParamForm</name>
    <message>
        <source>more than %1</source>
        <translation>größer als %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>This model has no parameters.</source>
        <translation>Dieses Modell hat keine Parameter.</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>Standard: %1</translation>
    </message>
    <message>
        <source>Accepted: %1</source>
        <translation>Zulässig: %1</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Zurück auf %1</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
</context>
<context>
    <name>assay::ui::ParamsModel</name>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>assay::ui::PictureMenu</name>
    <message>
        <source>Save chart</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another folder.</source>
        <translation>%1 konnte nicht geschrieben werden: %2. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>&amp;Copy as picture</source>
        <translation>Als Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>Save as %1…</source>
        <translation>Als %1 speichern…</translation>
    </message>
    <message>
        <source>Copy d&amp;ata</source>
        <translation>Date&amp;n kopieren</translation>
    </message>
    <message>
        <source>Save data as CS&amp;V…</source>
        <translation>Daten als CS&amp;V speichern…</translation>
    </message>
</context>
<context>
    <name>assay::ui::PredictionRowsModel</name>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>Tatsächlich</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Its probability</source>
        <translation>Deren Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
</context>
<context>
    <name>assay::ui::PreviewDelegate</name>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
</context>
<context>
    <name>assay::ui::PreviewModel</name>
    <message>
        <source>Written: %1
Read as missing</source>
        <translation>In der Datei: %1
Gelesen als fehlend</translation>
    </message>
    <message>
        <source>Written: %1
Read as %2</source>
        <translation>In der Datei: %1
Gelesen als %2</translation>
    </message>
    <message>
        <source>%1: %2. Click to read it as another kind.</source>
        <translation>%1: %2. Klicken, um die Spalte als anderen Typ zu lesen.</translation>
    </message>
</context>
<context>
    <name>assay::ui::ProblemsPane</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Way out</source>
        <translation>Abhilfe</translation>
    </message>
</context>
<context>
    <name>assay::ui::ProfileModel</name>
    <message>
        <source>Distribution of %1</source>
        <translation>Verteilung von %1</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlend</translation>
    </message>
    <message>
        <source>Distinct</source>
        <translation>Verschieden</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Std. dev.</source>
        <translation>Std.-Abw.</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Verteilung</translation>
    </message>
</context>
<context>
    <name>assay::ui::ProfilePage</name>
    <message>
        <source>Target</source>
        <translation>Zielspalte</translation>
    </message>
    <message>
        <source>The column that is to be predicted. Leakage and imbalance are judged against it.</source>
        <translation>Die Spalte, die vorhergesagt werden soll. Datenlecks und Ungleichgewicht werden an ihr gemessen.</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>Choose models</source>
        <translation>Modelle wählen</translation>
    </message>
    <message>
        <source>&lt;p&gt;%1&lt;/p&gt;&lt;p&gt;%2, %3&lt;/p&gt;&lt;p&gt;Digest:&lt;br&gt;%4&lt;/p&gt;&lt;p&gt;The digest is of the content: the same data has the same digest wherever it lies.&lt;/p&gt;</source>
        <translation>&lt;p&gt;%1&lt;/p&gt;&lt;p&gt;%2, %3&lt;/p&gt;&lt;p&gt;Prüfsumme:&lt;br&gt;%4&lt;/p&gt;&lt;p&gt;Die Prüfsumme gilt dem Inhalt: Gleiche Daten haben überall dieselbe Prüfsumme.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Most frequent values</source>
        <translation>Häufigste Werte</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>%1 (suggested)</source>
        <translation>%1 (vorgeschlagen)</translation>
    </message>
    <message>
        <source>Profiling %1</source>
        <translation>Profil von %1 wird erstellt</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n Spalte</numerusform>
            <numerusform>%n Spalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duplicate row(s)</source>
        <translation>
            <numerusform>%n doppelte Zeile</numerusform>
            <numerusform>%n doppelte Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) did not fit</source>
        <translation>
            <numerusform>%n Zelle passte nicht</numerusform>
            <numerusform>%n Zellen passten nicht</numerusform>
        </translation>
    </message>
    <message>
        <source>No warnings</source>
        <translation>Keine Warnungen</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::PromoteDialog</name>
    <message>
        <source>Against version %1, which is %2 now</source>
        <translation>Gegenüber Version %1, die jetzt %2 ist</translation>
    </message>
    <message>
        <source>No version is %1 yet</source>
        <translation>Noch keine Version ist %1</translation>
    </message>
    <message>
        <source>It is %1 already</source>
        <translation>Sie ist bereits %1</translation>
    </message>
    <message>
        <source>Nothing to compare with</source>
        <translation>Nichts zum Vergleichen</translation>
    </message>
    <message>
        <source>The first version of an alias replaces none, so that no comparison is needed.</source>
        <translation>Die erste Version eines Alias ersetzt keine andere; ein Vergleich ist daher nicht nötig.</translation>
    </message>
    <message>
        <source>Comparing version %1 with version %2</source>
        <translation>Version %1 wird mit Version %2 verglichen</translation>
    </message>
    <message>
        <source>They cannot be compared</source>
        <translation>Sie lassen sich nicht vergleichen</translation>
    </message>
    <message>
        <source>%1: %2 against %3, difference %4</source>
        <comment>metric, value, value, difference</comment>
        <translation>%1: %2 gegenüber %3, Differenz %4</translation>
    </message>
    <message>
        <source>%1 % interval, %2, %3, on %4 rows</source>
        <comment>level, test, p value, rows</comment>
        <translation>%1-%-Intervall, %2, %3, auf %4 Zeilen</translation>
    </message>
    <message>
        <source>Reason (needed)</source>
        <translation>Begründung (erforderlich)</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>Begründung (optional)</translation>
    </message>
    <message>
        <source>Promote to %1</source>
        <translation>Zu %1 befördern</translation>
    </message>
    <message>
        <source>Wait for the comparison</source>
        <translation>Warten Sie den Vergleich ab</translation>
    </message>
    <message>
        <source>Say why it shall be promoted nevertheless</source>
        <translation>Begründen Sie, warum sie dennoch befördert werden soll</translation>
    </message>
    <message>
        <source>Promoting version %1</source>
        <translation>Version %1 wird befördert</translation>
    </message>
    <message>
        <source>Promote %1</source>
        <translation>%1 befördern</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>Headline metric of the task</source>
        <translation>Hauptmetrik der Aufgabe</translation>
    </message>
    <message>
        <source>Kept in the history</source>
        <translation>Wird im Verlauf festgehalten</translation>
    </message>
    <message>
        <source>&amp;Alias</source>
        <translation>&amp;Alias</translation>
    </message>
    <message>
        <source>Decided &amp;by</source>
        <translation>&amp;Entschieden nach</translation>
    </message>
</context>
<context>
    <name>assay::ui::Purging</name>
    <message>
        <source>This frees %1 of files and about %2 in the store.</source>
        <translation>Das gibt %1 an Dateien und etwa %2 in der Ablage frei.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) (%1) stay, since other runs or registered models use them.</source>
        <translation>
            <numerusform>%n Datei (%1) bleibt, weil andere Läufe oder registrierte Modelle sie verwenden.</numerusform>
            <numerusform>%n Dateien (%1) bleiben, weil andere Läufe oder registrierte Modelle sie verwenden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Registered models keep their files and lose the run they came from: %1.</source>
        <translation>Registrierte Modelle behalten ihre Dateien, verlieren aber den Lauf, aus dem sie stammen: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n deleted run(s) are still being written and stay.</source>
        <translation>
            <numerusform>%n gelöschter Lauf wird noch geschrieben und bleibt.</numerusform>
            <numerusform>%n gelöschte Läufe werden noch geschrieben und bleiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking what would go</source>
        <translation>Es wird geprüft, was entfernt würde</translation>
    </message>
    <message>
        <source>There is nothing to purge.</source>
        <translation>Es gibt nichts endgültig zu entfernen.</translation>
    </message>
    <message>
        <source>Purge</source>
        <translation>Endgültig entfernen</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Purging runs</source>
        <translation>Läufe werden endgültig entfernt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) go, with %1 points and %2 artifacts.</source>
        <translation>
            <numerusform>%Ln Lauf wird entfernt, mit %1 Punkten und %2 Artefakten.</numerusform>
            <numerusform>%Ln Läufe werden entfernt, mit %1 Punkten und %2 Artefakten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln run(s) for good?</source>
        <translation>
            <numerusform>%Ln Lauf endgültig entfernen?</numerusform>
            <numerusform>%Ln Läufe endgültig entfernen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) purged, %1 freed.</source>
        <translation>
            <numerusform>%Ln Lauf endgültig entfernt, %1 freigegeben.</numerusform>
            <numerusform>%Ln Läufe endgültig entfernt, %1 freigegeben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::QueryBox</name>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>assay::ui::RegisteredModelsModel</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
</context>
<context>
    <name>assay::ui::Registry</name>
    <message>
        <source>%1: version %2</source>
        <comment>alias</comment>
        <translation>%1: Version %2</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n Version</numerusform>
            <numerusform>%n Versionen</numerusform>
        </translation>
    </message>
    <message>
        <source>not in this store</source>
        <translation>nicht in dieser Ablage</translation>
    </message>
    <message>
        <source>gone</source>
        <comment>run</comment>
        <translation>nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>%1 set to version %2</source>
        <comment>alias</comment>
        <translation>%1 auf Version %2 gesetzt</translation>
    </message>
    <message>
        <source>%1 moved from version %2 to %3</source>
        <comment>alias</comment>
        <translation>%1 von Version %2 auf %3 verschoben</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>Staging</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>None</source>
        <comment>stage</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Besser</translation>
    </message>
    <message>
        <source>Worse</source>
        <translation>Schlechter</translation>
    </message>
    <message>
        <source>Equivalent</source>
        <translation>Gleichwertig</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Offen</translation>
    </message>
</context>
<context>
    <name>assay::ui::RegistryHistoryModel</name>
    <message>
        <source>Version %1 became the first %2</source>
        <translation>Version %1 wurde als erste %2</translation>
    </message>
    <message>
        <source>Version %1 became %2 in place of version %3</source>
        <translation>Version %1 wurde %2 anstelle von Version %3</translation>
    </message>
    <message>
        <source>%1 went back from version %2 to %3</source>
        <comment>alias</comment>
        <translation>%1 von Version %2 auf %3 zurückgesetzt</translation>
    </message>
    <message>
        <source>%1 taken away from version %2</source>
        <comment>alias</comment>
        <translation>%1 von Version %2 entfernt</translation>
    </message>
    <message>
        <source>Version %1: stage %2, was %3</source>
        <translation>Version %1: Stufe %2, vorher %3</translation>
    </message>
    <message>
        <source>Version %1 registered from the run %2</source>
        <translation>Version %1 aus dem Lauf %2 registriert</translation>
    </message>
    <message>
        <source>Version %1 taken over from another registry</source>
        <translation>Version %1 aus einem anderen Modellregister übernommen</translation>
    </message>
    <message>
        <source>Version %1 deleted</source>
        <translation>Version %1 gelöscht</translation>
    </message>
    <message>
        <source>Renamed from %1 to %2</source>
        <translation>Umbenannt von %1 in %2</translation>
    </message>
    <message>
        <source>Note of version %1 changed</source>
        <translation>Notiz zu Version %1 geändert</translation>
    </message>
    <message>
        <source>Note changed</source>
        <translation>Notiz geändert</translation>
    </message>
    <message>
        <source>Tag %1 is %2</source>
        <translation>Tag %1: %2</translation>
    </message>
    <message>
        <source>Brought back after it was deleted</source>
        <translation>Nach dem Löschen zurückgeholt</translation>
    </message>
    <message>
        <source>Model made</source>
        <translation>Modell angelegt</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Tag %1 taken off</source>
        <translation>Tag %1 entfernt</translation>
    </message>
    <message>
        <source>Version %1 brought back after it was deleted</source>
        <translation>Version %1 nach dem Löschen zurückgeholt</translation>
    </message>
</context>
<context>
    <name>assay::ui::RegistryPage</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Reading the registry</source>
        <translation>Modellregister wird gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n Modell</numerusform>
            <numerusform>%n Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the model %1</source>
        <translation>Modell %1 wird gelesen</translation>
    </message>
    <message>
        <source>Version %1 is %2 now.</source>
        <translation>Version %1 ist jetzt %2.</translation>
    </message>
    <message>
        <source>Roll %1 back</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>The alias %1 goes back to the version it had before. Why?</source>
        <translation>Der Alias %1 geht auf die Version zurück, die er vorher hatte. Warum?</translation>
    </message>
    <message>
        <source>Verifying version %1</source>
        <translation>Version %1 wird geprüft</translation>
    </message>
    <message>
        <source>Version %1 of %2: its bytes are there and unchanged.</source>
        <translation>Version %1 von %2: Die Bytes sind vorhanden und unverändert.</translation>
    </message>
    <message>
        <source>There is no other version that is champion.</source>
        <translation>Keine andere Version ist Champion.</translation>
    </message>
    <message>
        <source>Alias of version %1</source>
        <translation>Alias von Version %1</translation>
    </message>
    <message>
        <source>Letters, digits, “-”, “_” and “.”; the alias moves here from where it is.</source>
        <translation>Buchstaben, Ziffern, „-“, „_“ und „.“; ein vorhandener Alias wandert von seiner bisherigen Version hierher.</translation>
    </message>
    <message>
        <source>This version has no alias.</source>
        <translation>Diese Version hat keinen Alias.</translation>
    </message>
    <message>
        <source>Take an alias away</source>
        <translation>Alias entfernen</translation>
    </message>
    <message>
        <source>Which one: %1</source>
        <translation>Welcher: %1</translation>
    </message>
    <message>
        <source>Note on version %1</source>
        <translation>Notiz zu Version %1</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Delete version %1?</source>
        <translation>Version %1 löschen?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>Delete the model %1?</source>
        <translation>Modell %1 löschen?</translation>
    </message>
    <message>
        <source>All its versions, aliases and its history go. The runs stay; Undo brings it back.</source>
        <translation>Alle seine Versionen und Aliasse und sein Verlauf werden gelöscht. Die Läufe bleiben; „Rückgängig“ holt es zurück.</translation>
    </message>
    <message>
        <source>Register the model of %1</source>
        <translation>Modell von %1 registrieren</translation>
    </message>
    <message>
        <source>Name of the model; one that is there gets a new version</source>
        <translation>Name des Modells; ein vorhandenes erhält eine neue Version</translation>
    </message>
    <message>
        <source>Registered models</source>
        <translation>Registrierte Modelle</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Check that the bytes of this version are there and unchanged</source>
        <translation>Prüfen, ob die Bytes dieser Version vorhanden und unverändert sind</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>Zurücksetzen…</translation>
    </message>
    <message>
        <source>Point the alias at the version it had before</source>
        <translation>Den Alias auf die Version setzen, die er vorher hatte</translation>
    </message>
    <message>
        <source>Promote…</source>
        <translation>Befördern…</translation>
    </message>
    <message>
        <source>Compare this version with the champion, and put it in its place</source>
        <translation>Diese Version mit dem Champion vergleichen und an seine Stelle setzen</translation>
    </message>
    <message>
        <source>No model is registered yet</source>
        <translation>Noch ist kein Modell registriert</translation>
    </message>
    <message>
        <source>Open a run that keeps its model and choose “Register model…”.</source>
        <translation>Öffnen Sie einen Lauf, der sein Modell aufbewahrt, und wählen Sie „Modell registrieren…“.</translation>
    </message>
    <message>
        <source>Show the runs</source>
        <translation>Läufe anzeigen</translation>
    </message>
    <message>
        <source>About the version</source>
        <translation>Über die Version</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Open the run</source>
        <translation>Lauf öffnen</translation>
    </message>
    <message>
        <source>Compare with the champion</source>
        <translation>Mit dem Champion vergleichen</translation>
    </message>
    <message>
        <source>Set an alias…</source>
        <translation>Alias setzen…</translation>
    </message>
    <message>
        <source>Take an alias away…</source>
        <translation>Alias entfernen…</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Notiz…</translation>
    </message>
    <message>
        <source>Delete the version…</source>
        <translation>Version löschen…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>A model needs a name.</source>
        <translation>Ein Modell braucht einen Namen.</translation>
    </message>
    <message>
        <source>Its aliases go with it and its number is never given to another. The run stays; Undo brings the version back.</source>
        <translation>Ihre Aliasse gehen mit ihr, und ihre Nummer wird nie neu vergeben. Der Lauf bleibt; „Rückgängig“ holt die Version zurück.</translation>
    </message>
</context>
<context>
    <name>assay::ui::RegistrySummary</name>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>Aliasse</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Registriert</translation>
    </message>
    <message>
        <source>Artifact</source>
        <translation>Artefakt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name, size</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Taken over from</source>
        <translation>Übernommen aus</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>%1, no longer in the store</source>
        <translation>%1, nicht mehr in der Ablage</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name, id</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2 rows, %3 columns</source>
        <translation>%1: %2 Zeilen, %3 Spalten</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Metrics of the run</source>
        <translation>Metriken des Laufs</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
</context>
<context>
    <name>assay::ui::RejectedModel</name>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>Why it does not fit</source>
        <translation>Warum es nicht passt</translation>
    </message>
</context>
<context>
    <name>assay::ui::ReportPage</name>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Reading runs</source>
        <translation>Läufe werden gelesen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Comparison of models: %1</source>
        <translation>Modellvergleich: %1</translation>
    </message>
    <message>
        <source>Tick at least one run</source>
        <translation>Mindestens einen Lauf ankreuzen</translation>
    </message>
    <message>
        <source>Write one HTML file that anyone can open</source>
        <translation>Eine HTML-Datei schreiben, die jeder öffnen kann</translation>
    </message>
    <message>
        <source>There is no finished run yet: train a model first.</source>
        <translation>Es gibt noch keinen fertigen Lauf: Trainieren Sie zuerst ein Modell.</translation>
    </message>
    <message>
        <source>%1 of %2 runs ticked</source>
        <translation>%1 von %2 Läufen angekreuzt</translation>
    </message>
    <message>
        <source>Looking for protected columns</source>
        <translation>Geschützte Spalten werden gesucht</translation>
    </message>
    <message>
        <source>The first ticked run kept no protected column</source>
        <translation>Der erste angekreuzte Lauf enthält keine geschützte Spalte</translation>
    </message>
    <message>
        <source>Rates of every group of the ticked columns</source>
        <translation>Raten jeder Gruppe der angekreuzten Spalten</translation>
    </message>
    <message>
        <source>Training data of the first run</source>
        <translation>Trainingsdaten des ersten Laufs</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Data of today</source>
        <translation>Heutige Daten</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Webseiten (*.html)</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Bericht wird geschrieben</translation>
    </message>
    <message>
        <source>Wrote %1 (%2).</source>
        <translation>%1 geschrieben (%2).</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Runs in the report</source>
        <translation>Läufe im Bericht</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>What the report says on top</source>
        <translation>Überschrift des Berichts</translation>
    </message>
    <message>
        <source>&amp;Curves</source>
        <translation>&amp;Kurven</translation>
    </message>
    <message>
        <source>ROC, precision–recall and calibration, or residuals</source>
        <translation>ROC, Präzision–Recall und Kalibrierung oder Residuen</translation>
    </message>
    <message>
        <source>&amp;Fairness by</source>
        <translation>&amp;Fairness nach</translation>
    </message>
    <message>
        <source>E&amp;xplanation</source>
        <translation>E&amp;rklärung</translation>
    </message>
    <message>
        <source>What drives the predictions of each model</source>
        <translation>Was die Vorhersagen jedes Modells bestimmt</translation>
    </message>
    <message>
        <source>Data &amp;profile</source>
        <translation>Daten&amp;profil</translation>
    </message>
    <message>
        <source>Columns, missing values and warnings</source>
        <translation>Spalten, fehlende Werte und Warnungen</translation>
    </message>
    <message>
        <source>&amp;Drift against a second file</source>
        <translation>Drift &amp;gegenüber einer zweiten Datei</translation>
    </message>
    <message>
        <source>Has the data changed since training?</source>
        <translation>Haben sich die Daten seit dem Training verändert?</translation>
    </message>
    <message>
        <source>Protected columns</source>
        <translation>Geschützte Spalten</translation>
    </message>
    <message>
        <source>Reference data</source>
        <translation>Referenzdaten</translation>
    </message>
    <message>
        <source>Current data</source>
        <translation>Aktuelle Daten</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei auswählen…</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner anzeigen</translation>
    </message>
</context>
<context>
    <name>assay::ui::ReproducePane</name>
    <message>
        <source>Run again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Compare both</source>
        <translation>Beide vergleichen</translation>
    </message>
    <message>
        <source>Train again with the same data, split, seed and parameters, and tell whether every metric is the same to the last bit</source>
        <translation>Mit denselben Daten, derselben Aufteilung, demselben Startwert und denselben Parametern erneut trainieren und feststellen, ob jede Metrik bis aufs letzte Bit gleich ist</translation>
    </message>
    <message>
        <source>Command line that does it again</source>
        <translation>Befehlszeile, die den Lauf wiederholt</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Reproduce</source>
        <translation>Reproduzieren</translation>
    </message>
    <message>
        <source>Training again…</source>
        <translation>Wird erneut trainiert…</translation>
    </message>
    <message>
        <source>Running again</source>
        <translation>Lauf wird erneut ausgeführt</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Identical: every metric is the same to the last bit.</source>
        <translation>Identisch: Jede Metrik ist bis aufs letzte Bit gleich.</translation>
    </message>
    <message>
        <source>Not identical: %1.</source>
        <comment>names of metrics</comment>
        <translation>Nicht identisch: %1.</translation>
    </message>
    <message>
        <source>Not known: the run was taken over from another program</source>
        <translation>Nicht bekannt: Der Lauf wurde aus einem anderen Programm übernommen</translation>
    </message>
    <message>
        <source>The run was taken over from another program: only that can train it again</source>
        <translation>Der Lauf wurde aus einem anderen Programm übernommen: Nur dieses kann ihn erneut trainieren</translation>
    </message>
</context>
<context>
    <name>assay::ui::ResidualsTab</name>
    <message>
        <source>Ordering residuals</source>
        <translation>Residuen werden geordnet</translation>
    </message>
</context>
<context>
    <name>assay::ui::RunCell</name>
    <message>
        <source>%1 was not logged</source>
        <translation>%1 wurde nicht protokolliert</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>No favourite</source>
        <translation>Kein Favorit</translation>
    </message>
    <message>
        <source>Run %1 of experiment “%2”</source>
        <translation>Lauf %1 des Experiments „%2“</translation>
    </message>
    <message>
        <source>A favourite (F removes the star)</source>
        <translation>Ein Favorit (F entfernt den Stern)</translation>
    </message>
    <message>
        <source>Make it a favourite (F)</source>
        <translation>Zum Favoriten machen (F)</translation>
    </message>
    <message>
        <source>It has not ended</source>
        <translation>Noch nicht beendet</translation>
    </message>
    <message>
        <source>%1: none</source>
        <translation>%1: ohne Angabe</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>key: value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>group, number of runs</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 ± %2, best %3</source>
        <translation>%1 ± %2, bester Wert %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n run(s): mean %2, standard deviation %3, from %4 to %5</source>
        <translation>
            <numerusform>%1 aus %n Lauf: Mittelwert %2, Standardabweichung %3, von %4 bis %5</numerusform>
            <numerusform>%1 aus %n Läufen: Mittelwert %2, Standardabweichung %3, von %4 bis %5</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::RunColumn</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Taken over from</source>
        <translation>Übernommen aus</translation>
    </message>
</context>
<context>
    <name>assay::ui::RunEditor</name>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Neues Tag</translation>
    </message>
    <message>
        <source>Value of the new tag</source>
        <translation>Wert des neuen Tags</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add the tag</source>
        <translation>Tag hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the selected tags</source>
        <translation>Ausgewählte Tags entfernen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>No&amp;te</source>
        <translation>N&amp;otiz</translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation>Ta&amp;gs</translation>
    </message>
    <message>
        <source>No run is selected.</source>
        <translation>Kein Lauf ist ausgewählt.</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Several names</source>
        <translation>Mehrere Namen</translation>
    </message>
    <message>
        <source>(several)</source>
        <translation>(mehrere)</translation>
    </message>
    <message>
        <source>Why this run, and what came of it. Markdown is understood.</source>
        <translation>Warum dieser Lauf und was dabei herauskam. Markdown wird verstanden.</translation>
    </message>
</context>
<context>
    <name>assay::ui::RunPage</name>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>Reading the run</source>
        <translation>Lauf wird gelesen</translation>
    </message>
    <message>
        <source>Evaluating the run</source>
        <translation>Lauf wird ausgewertet</translation>
    </message>
    <message>
        <source>There are no predictions to look at</source>
        <translation>Es gibt keine Vorhersagen zu zeigen</translation>
    </message>
    <message>
        <source>Reading learning curves</source>
        <translation>Lernkurven werden gelesen</translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation>Residuen</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>Konfusion</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Bericht…</translation>
    </message>
    <message>
        <source>One HTML file about this run</source>
        <translation>Eine HTML-Datei über diesen Lauf</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Fairness</source>
        <translation>Fairness</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Folds</source>
        <translation>Faltungen</translation>
    </message>
    <message>
        <source>Facts about the run</source>
        <translation>Angaben zum Lauf</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>About this run</source>
        <translation>Über diesen Lauf</translation>
    </message>
    <message>
        <source>Runs below this one</source>
        <translation>Untergeordnete Läufe</translation>
    </message>
    <message>
        <source>There are no scores</source>
        <translation>Es gibt keine Scores</translation>
    </message>
    <message>
        <source>The run kept only what was predicted; a threshold needs scores.</source>
        <translation>Der Lauf hat nur das Vorhergesagte aufbewahrt; ein Schwellenwert braucht Scores.</translation>
    </message>
    <message>
        <source>Sweeping thresholds</source>
        <translation>Schwellenwerte werden durchlaufen</translation>
    </message>
    <message>
        <source>There are no thresholds to choose from</source>
        <translation>Es gibt keine Schwellenwerte zur Auswahl</translation>
    </message>
    <message>
        <source>Learning curve…</source>
        <translation>Lernkurve…</translation>
    </message>
    <message>
        <source>How the score changes with the number of training rows</source>
        <translation>Wie sich der Score mit der Anzahl der Trainingszeilen ändert</translation>
    </message>
    <message>
        <source>Validation curve…</source>
        <translation>Validierungskurve…</translation>
    </message>
    <message>
        <source>How the score changes with a parameter</source>
        <translation>Wie sich der Score mit einem Parameter ändert</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellenwerte</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Register model…</source>
        <translation>Modell registrieren…</translation>
    </message>
    <message>
        <source>Make the model of this run a version of a registered model</source>
        <translation>Das Modell dieses Laufs zur Version eines registrierten Modells machen</translation>
    </message>
    <message>
        <source>What the run logged, with zoom, smoothing and other runs beside it</source>
        <translation>Was der Lauf protokolliert hat, mit Zoom, Glättung und anderen Läufen daneben</translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation>Artefakte</translation>
    </message>
</context>
<context>
    <name>assay::ui::RunSummary</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>%1: %2 rows, %3 columns</source>
        <translation>%1: %2 Zeilen, %3 Spalten</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>%1, sha256 %2…</source>
        <translation>%1, sha256 %2…</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>%1, with changes</source>
        <translation>%1, mit Änderungen</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Full id</source>
        <translation>Vollständige ID</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Run it again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation>Artefakte</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Erstellt mit</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
</context>
<context>
    <name>assay::ui::RunsModel</name>
    <message>
        <source>%1, best</source>
        <translation>%1, bester Wert</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Reading runs</source>
        <translation>Läufe werden gelesen</translation>
    </message>
    <message>
        <source>%1, sorting key %2, largest first</source>
        <translation>%1, Sortierschlüssel %2, größte zuerst</translation>
    </message>
    <message>
        <source>%1, sorting key %2, smallest first</source>
        <translation>%1, Sortierschlüssel %2, kleinste zuerst</translation>
    </message>
    <message>
        <source>Click to sort; Shift+click to sort by it after the others</source>
        <translation>Klick sortiert; Umschalt+Klick sortiert nach den anderen Spalten zusätzlich hiernach</translation>
    </message>
    <message>
        <source>Sorting key %1, largest first; Shift+click to change it</source>
        <translation>Sortierschlüssel %1, größte zuerst; Umschalt+Klick ändert ihn</translation>
    </message>
    <message>
        <source>Sorting key %1, smallest first; Shift+click to change it</source>
        <translation>Sortierschlüssel %1, kleinste zuerst; Umschalt+Klick ändert ihn</translation>
    </message>
</context>
<context>
    <name>assay::ui::RunsPage</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Reading runs</source>
        <translation>Läufe werden gelesen</translation>
    </message>
    <message>
        <source>The runs could not be read</source>
        <translation>Die Läufe konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>All experiments</source>
        <translation>Alle Experimente</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>experiment, number of runs</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No run matches</source>
        <translation>Kein Lauf passt</translation>
    </message>
    <message>
        <source>Show all runs</source>
        <translation>Alle Läufe anzeigen</translation>
    </message>
    <message>
        <source>Nothing is deleted</source>
        <translation>Nichts ist gelöscht</translation>
    </message>
    <message>
        <source>Deleted runs stay here until they are purged.</source>
        <translation>Gelöschte Läufe bleiben hier, bis sie endgültig entfernt werden.</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Noch keine Läufe</translation>
    </message>
    <message>
        <source>Drop a dataset or open a sample, then train a model: its run appears here at once.</source>
        <translation>Ziehen Sie einen Datensatz hierher oder öffnen Sie ein Beispiel und trainieren Sie ein Modell: Sein Lauf erscheint hier sofort.</translation>
    </message>
    <message>
        <source>Go to the start page</source>
        <translation>Zur Startseite</translation>
    </message>
    <message>
        <source>Compare the selected runs (Ctrl+Return)</source>
        <translation>Ausgewählte Läufe vergleichen (Strg+Return)</translation>
    </message>
    <message>
        <source>%1 · %2 selected</source>
        <translation>%1 · %2 ausgewählt</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöschte</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Reading runs…</source>
        <translation>Läufe werden gelesen…</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Bericht…</translation>
    </message>
    <message>
        <source>One HTML file about the selected runs</source>
        <translation>Eine HTML-Datei über die ausgewählten Läufe</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Spalten…</translation>
    </message>
    <message>
        <source>Name, note and tags of the selected runs, to be changed in place</source>
        <translation>Name, Notiz und Tags der ausgewählten Läufe, direkt zu bearbeiten</translation>
    </message>
    <message>
        <source>Everything about the run</source>
        <translation>Alles über den Lauf</translation>
    </message>
    <message>
        <source>Set or remove tags of the selected runs</source>
        <translation>Tags der ausgewählten Läufe setzen oder entfernen</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Eine Notiz schreiben</translation>
    </message>
    <message>
        <source>Give the run another name</source>
        <translation>Dem Lauf einen anderen Namen geben</translation>
    </message>
    <message>
        <source>Can be undone</source>
        <translation>Kann rückgängig gemacht werden</translation>
    </message>
    <message>
        <source>Select two or more runs to compare them</source>
        <translation>Zum Vergleichen mindestens zwei Läufe auswählen</translation>
    </message>
    <message>
        <source>Ensemble…</source>
        <translation>Ensemble…</translation>
    </message>
    <message>
        <source>Average or stack the selected runs into one model</source>
        <translation>Die ausgewählten Läufe durch Mitteln oder Stacking zu einem Modell verbinden</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Keine Gruppen</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>The filter finds none: words must occur in the name, model, experiment, a tag or a parameter.</source>
        <translation>Der Filter findet keinen: Wörter müssen im Namen, im Modell, im Experiment, in einem Tag oder in einem Parameter vorkommen.</translation>
    </message>
    <message>
        <source>Nothing is archived</source>
        <translation>Nichts ist archiviert</translation>
    </message>
    <message>
        <source>Archived runs are kept, and left out of the table.</source>
        <translation>Archivierte Läufe bleiben erhalten, erscheinen aber nicht in der Tabelle.</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öffnen</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Tags…</source>
        <translation>&amp;Tags…</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>&amp;Notiz…</translation>
    </message>
    <message>
        <source>&amp;Favourite</source>
        <translation>&amp;Favorit</translation>
    </message>
    <message>
        <source>Give the selected runs a star, or take it away</source>
        <translation>Den ausgewählten Läufen einen Stern geben oder nehmen</translation>
    </message>
    <message>
        <source>&amp;Archive</source>
        <translation>&amp;Archivieren</translation>
    </message>
    <message>
        <source>Keep them, but leave them out of the table</source>
        <translation>Aufbewahren, aber nicht in der Tabelle zeigen</translation>
    </message>
    <message>
        <source>&amp;Move to experiment…</source>
        <translation>In ein Experiment &amp;verschieben…</translation>
    </message>
    <message>
        <source>Put the selected runs into another experiment</source>
        <translation>Die ausgewählten Läufe in ein anderes Experiment verschieben</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Purge…</source>
        <translation>&amp;Endgültig entfernen…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>The selected rows as a table</source>
        <translation>Die ausgewählten Zeilen als Tabelle</translation>
    </message>
    <message>
        <source>Only runs with %1</source>
        <translation>Nur Läufe mit %1</translation>
    </message>
    <message>
        <source>Group by “%1”</source>
        <translation>Gruppieren nach „%1“</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Take out of the &amp;archive</source>
        <translation>Aus dem &amp;Archiv holen</translation>
    </message>
    <message>
        <source>Open a group and select runs to see their curves.</source>
        <translation>Öffnen Sie eine Gruppe und wählen Sie Läufe aus, um ihre Kurven zu sehen.</translation>
    </message>
    <message>
        <source>Looking for differences</source>
        <translation>Unterschiede werden gesucht</translation>
    </message>
    <message>
        <source>Reading columns</source>
        <translation>Spalten werden gelesen</translation>
    </message>
    <message>
        <source>Sort, smallest first</source>
        <translation>Sortieren, kleinste zuerst</translation>
    </message>
    <message>
        <source>Sort, largest first</source>
        <translation>Sortieren, größte zuerst</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Pin to the left</source>
        <translation>Links anheften</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>Nur Unterschiede</translation>
    </message>
    <message>
        <source>Move to experiment</source>
        <translation>In ein Experiment verschieben</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Curves of the selected runs, or of the first 100</source>
        <translation>Kurven der ausgewählten Läufe oder der ersten 100</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
    <message>
        <source>Parameters against metrics over all runs shown</source>
        <translation>Parameter gegen Metriken über alle gezeigten Läufe</translation>
    </message>
    <message>
        <source>Which runs</source>
        <translation>Welche Läufe</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktive</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivierte</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>One row for all runs that share a value, with mean ± standard deviation and the best</source>
        <translation>Eine Zeile für alle Läufe mit gleichem Wert, mit Mittelwert ± Standardabweichung und bestem Wert</translation>
    </message>
    <message>
        <source>Show, hide, reorder and pin columns</source>
        <translation>Spalten ein- und ausblenden, umordnen und anheften</translation>
    </message>
    <message>
        <source>More ▾</source>
        <translation>Mehr ▾</translation>
    </message>
    <message>
        <source>More to do with the selected runs</source>
        <translation>Weitere Aktionen für die ausgewählten Läufe</translation>
    </message>
    <message>
        <source>Columns of the runs</source>
        <translation>Spalten der Läufe</translation>
    </message>
    <message>
        <source>Removes the selected runs for good and frees their space; with none selected, all that are shown</source>
        <translation>Entfernt die gewählten Läufe endgültig und gibt ihren Platz frei; ist keiner gewählt, alle gezeigten</translation>
    </message>
    <message>
        <source>There is nothing to purge.</source>
        <translation>Es gibt nichts endgültig zu entfernen.</translation>
    </message>
    <message>
        <source>Then by this, smallest first</source>
        <translation>Zusätzlich hiernach, kleinste zuerst</translation>
    </message>
    <message>
        <source>Then by this, largest first</source>
        <translation>Zusätzlich hiernach, größte zuerst</translation>
    </message>
    <message>
        <source>Remove from the sort</source>
        <translation>Aus der Sortierung entfernen</translation>
    </message>
    <message>
        <source>Sort ▾</source>
        <translation>Sortieren ▾</translation>
    </message>
    <message>
        <source>What the runs are sorted by</source>
        <translation>Wonach die Läufe sortiert sind</translation>
    </message>
    <message>
        <source>Sort by one column or several, one after the other</source>
        <translation>Nach einer oder mehreren Spalten nacheinander sortieren</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Then by</source>
        <translation>Dann nach</translation>
    </message>
    <message>
        <source>%1. %2, largest first</source>
        <translation>%1. %2, größte zuerst</translation>
    </message>
    <message>
        <source>%1. %2, smallest first</source>
        <translation>%1. %2, kleinste zuerst</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Größte zuerst</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>Kleinste zuerst</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %Ln run(s); Undo brings them back.</source>
        <translation>
            <numerusform>%Ln Lauf gelöscht; „Rückgängig“ holt ihn zurück.</numerusform>
            <numerusform>%Ln Läufe gelöscht; „Rückgängig“ holt sie zurück.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Archived %Ln run(s); Undo brings them back.</source>
        <translation>
            <numerusform>%Ln Lauf archiviert; „Rückgängig“ holt ihn zurück.</numerusform>
            <numerusform>%Ln Läufe archiviert; „Rückgängig“ holt sie zurück.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln run(s) to this experiment, which is made if there is none of the name:</source>
        <translation>
            <numerusform>%Ln Lauf in dieses Experiment verschieben; gibt es noch keines dieses Namens, wird es angelegt:</numerusform>
            <numerusform>%Ln Läufe in dieses Experiment verschieben; gibt es noch keines dieses Namens, wird es angelegt:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln Lauf</numerusform>
            <numerusform>%Ln Läufe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::RunsTable</name>
    <message>
        <source>Pinned columns</source>
        <translation>Angeheftete Spalten</translation>
    </message>
</context>
<context>
    <name>assay::ui::SampleLoader</name>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
</context>
<context>
    <name>assay::ui::SavedViews</name>
    <message>
        <source>Views ▾</source>
        <translation>Ansichten ▾</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Filter, order, columns and groups under a name</source>
        <translation>Filter, Reihenfolge, Spalten und Gruppen unter einem Namen</translation>
    </message>
    <message>
        <source>&amp;Save view…</source>
        <translation>Ansicht &amp;speichern…</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Rename view</source>
        <translation>Ansicht umbenennen</translation>
    </message>
    <message>
        <source>Name of the view (one of the same name is replaced)</source>
        <translation>Name der Ansicht (eine gleichnamige wird ersetzt)</translation>
    </message>
    <message>
        <source>save view “%1”</source>
        <translation>Speichern der Ansicht „%1“</translation>
    </message>
    <message>
        <source>rename view “%1”</source>
        <translation>Umbenennen der Ansicht „%1“</translation>
    </message>
    <message>
        <source>delete view “%1”</source>
        <translation>Löschen der Ansicht „%1“</translation>
    </message>
    <message>
        <source>Saving the view</source>
        <translation>Ansicht wird gespeichert</translation>
    </message>
</context>
<context>
    <name>assay::ui::SegmentsTab</name>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>&amp;Column</source>
        <translation>&amp;Spalte</translation>
    </message>
    <message>
        <source>Reading columns</source>
        <translation>Spalten werden gelesen</translation>
    </message>
    <message>
        <source>The rows cannot be divided</source>
        <translation>Die Zeilen lassen sich nicht aufteilen</translation>
    </message>
    <message>
        <source>There is no column to divide the rows by</source>
        <translation>Es gibt keine Spalte, nach der sich die Zeilen aufteilen lassen</translation>
    </message>
    <message>
        <source>Train again with a protected column marked: it is kept with the predictions.</source>
        <translation>Trainieren Sie erneut und markieren Sie eine geschützte Spalte: Sie wird mit den Vorhersagen aufbewahrt.</translation>
    </message>
    <message>
        <source>Dividing by “%1”</source>
        <translation>Zeilen werden nach „%1“ aufgeteilt</translation>
    </message>
</context>
<context>
    <name>assay::ui::StartPage</name>
    <message>
        <source>Compare models. Defend the choice.</source>
        <translation>Modelle vergleichen. Die Wahl begründen.</translation>
    </message>
    <message>
        <source>Everything stays on this machine: your data, your runs, your report.</source>
        <translation>Alles bleibt auf diesem Rechner: Ihre Daten, Ihre Läufe, Ihr Bericht.</translation>
    </message>
    <message>
        <source>Drop a dataset or open a sample</source>
        <translation>Datensatz hierher ziehen oder Beispiel öffnen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>&lt;p&gt;Store:&lt;br&gt;%1&lt;/p&gt;&lt;p&gt;Runs are kept there as soon as they begin; there is nothing to save.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Ablage:&lt;br&gt;%1&lt;/p&gt;&lt;p&gt;Läufe werden dort aufbewahrt, sobald sie beginnen; zu speichern ist nichts.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Open sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Open the sample %1</source>
        <translation>Beispiel %1 öffnen</translation>
    </message>
    <message>
        <source>Recent data</source>
        <translation>Zuletzt geöffnete Daten</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Ablage</translation>
    </message>
    <message>
        <source>All runs in %1</source>
        <translation>Alle Läufe in %1</translation>
    </message>
    <message>
        <source>CSV, TSV, JSON, JSON Lines or Parquet, also gzip-compressed. Click to choose a file.
An mlflow.db, an mlruns folder or TensorBoard files: their runs are taken over.</source>
        <translation>CSV, TSV, JSON, JSON Lines oder Parquet, auch gzip-komprimiert. Klicken, um eine Datei zu wählen.
Eine mlflow.db, ein mlruns-Ordner oder TensorBoard-Dateien: Ihre Läufe werden übernommen.</translation>
    </message>
</context>
<context>
    <name>assay::ui::StoreCare</name>
    <message>
        <source>Checking the store</source>
        <translation>Ablage wird geprüft</translation>
    </message>
    <message>
        <source>%1 runs, %2 points and %3 files were read.</source>
        <translation>Gelesen: %1 Läufe, %2 Punkte und %3 Dateien.</translation>
    </message>
    <message>
        <source>The store is sound.</source>
        <translation>Die Ablage ist unversehrt.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are damaged.</source>
        <translation>
            <numerusform>%n Stelle ist beschädigt.</numerusform>
            <numerusform>%n Stellen sind beschädigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Back up the store</source>
        <translation>Ablage sichern</translation>
    </message>
    <message>
        <source>Stores of runs (*.db)</source>
        <translation>Ablagen von Läufen (*.db)</translation>
    </message>
    <message>
        <source>Backing up the store</source>
        <translation>Ablage wird gesichert</translation>
    </message>
    <message>
        <source>%1 runs and %2 files were copied to %3.</source>
        <translation>Nach %3 kopiert: %1 Läufe und %2 Dateien.</translation>
    </message>
    <message>
        <source>The backup is complete.</source>
        <translation>Die Sicherung ist vollständig.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be copied.</source>
        <translation>
            <numerusform>%n Datei konnte nicht kopiert werden.</numerusform>
            <numerusform>%n Dateien konnten nicht kopiert werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Ablage</translation>
    </message>
    <message>
        <source>Salvage the store into a new file</source>
        <translation>Ablage in eine neue Datei retten</translation>
    </message>
    <message>
        <source>salvaged</source>
        <translation>gerettet</translation>
    </message>
    <message>
        <source>Salvaging the store</source>
        <translation>Ablage wird gerettet</translation>
    </message>
    <message>
        <source>%1 runs, %2 points and %3 files are in %4.</source>
        <translation>%1 Läufe, %2 Punkte und %3 Dateien sind in %4.</translation>
    </message>
    <message>
        <source>All of the store was saved.</source>
        <translation>Die ganze Ablage wurde gerettet.</translation>
    </message>
    <message>
        <source>A part of the store is lost.</source>
        <translation>Ein Teil der Ablage ist verloren.</translation>
    </message>
    <message>
        <source>Salvaging writes what can be read into a new store.</source>
        <translation>Beim Retten wird, was lesbar ist, in eine neue Ablage geschrieben.</translation>
    </message>
    <message>
        <source>Salvage…</source>
        <translation>Retten…</translation>
    </message>
</context>
<context>
    <name>assay::ui::StoreEdits</name>
    <message>
        <source>Saving changes</source>
        <translation>Änderungen werden gespeichert</translation>
    </message>
    <message>
        <source>rename “%1”</source>
        <translation>Umbenennen von „%1“</translation>
    </message>
    <message>
        <source>change the note</source>
        <translation>Ändern der Notiz</translation>
    </message>
    <message>
        <source>set tag “%1”</source>
        <translation>Setzen des Tags „%1“</translation>
    </message>
    <message>
        <source>remove tag “%1”</source>
        <translation>Entfernen des Tags „%1“</translation>
    </message>
    <message numerus="yes">
        <source>delete %n run(s)</source>
        <translation>
            <numerusform>Löschen von %n Lauf</numerusform>
            <numerusform>Löschen von %n Läufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>restore %n run(s)</source>
        <translation>
            <numerusform>Wiederherstellen von %n Lauf</numerusform>
            <numerusform>Wiederherstellen von %n Läufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>make %n run(s) favourites</source>
        <translation>
            <numerusform>Markieren von %n Lauf als Favorit</numerusform>
            <numerusform>Markieren von %n Läufen als Favoriten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>take the mark of a favourite from %n run(s)</source>
        <translation>
            <numerusform>Aufheben der Favoritenmarkierung von %n Lauf</numerusform>
            <numerusform>Aufheben der Favoritenmarkierung von %n Läufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>archive %n run(s)</source>
        <translation>
            <numerusform>Archivieren von %n Lauf</numerusform>
            <numerusform>Archivieren von %n Läufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>bring %n run(s) back from the archive</source>
        <translation>
            <numerusform>Zurückholen von %n Lauf aus dem Archiv</numerusform>
            <numerusform>Zurückholen von %n Läufen aus dem Archiv</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>move %n run(s) to “%1”</source>
        <translation>
            <numerusform>Verschieben von %n Lauf nach „%1“</numerusform>
            <numerusform>Verschieben von %n Läufen nach „%1“</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>take %n run(s) to the top</source>
        <translation>
            <numerusform>Verschieben von %n Lauf auf die oberste Ebene</numerusform>
            <numerusform>Verschieben von %n Läufen auf die oberste Ebene</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>put %n run(s) below another</source>
        <translation>
            <numerusform>Unterordnen von %n Lauf</numerusform>
            <numerusform>Unterordnen von %n Läufen</numerusform>
        </translation>
    </message>
    <message>
        <source>delete the experiment “%1”</source>
        <translation>Löschen des Experiments „%1“</translation>
    </message>
    <message>
        <source>make the experiment “%1”</source>
        <translation>Anlegen des Experiments „%1“</translation>
    </message>
    <message>
        <source>restore the experiment “%1”</source>
        <translation>Wiederherstellen des Experiments „%1“</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <source>set the alias “%1”</source>
        <translation>Setzen des Alias „%1“</translation>
    </message>
    <message>
        <source>take the alias “%1” away</source>
        <translation>Entfernen des Alias „%1“</translation>
    </message>
    <message>
        <source>roll “%1” back</source>
        <translation>Zurücksetzen von „%1“</translation>
    </message>
    <message>
        <source>promote version %1 to “%2”</source>
        <translation>Befördern von Version %1 zu „%2“</translation>
    </message>
    <message>
        <source>set the stage of version %1</source>
        <translation>Setzen der Stufe von Version %1</translation>
    </message>
    <message>
        <source>delete the model “%1”</source>
        <translation>Löschen des Modells „%1“</translation>
    </message>
    <message>
        <source>%1 came back as %2, since there is another %1 by now.</source>
        <translation>%1 ist als %2 zurück, weil es inzwischen ein anderes %1 gibt.</translation>
    </message>
    <message>
        <source>register the model of “%1”</source>
        <translation>Modell von „%1“ registrieren</translation>
    </message>
    <message>
        <source>Done again</source>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>Registered as version %1 of %2.</source>
        <translation>Als Version %1 von %2 registriert.</translation>
    </message>
    <message>
        <source>delete version %1 of “%2”</source>
        <translation>Version %1 von „%2“ löschen</translation>
    </message>
    <message numerus="yes">
        <source>remove %n artifact(s)</source>
        <translation>
            <numerusform>%n Artefakt entfernen</numerusform>
            <numerusform>%n Artefakte entfernen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::Tables</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>assay::ui::TakeOverPage</name>
    <message>
        <source>Take over runs</source>
        <translation>Läufe übernehmen</translation>
    </message>
    <message>
        <source>Take over: %1</source>
        <translation>Übernehmen: %1</translation>
    </message>
    <message>
        <source>Runs to take over</source>
        <translation>Zu übernehmende Läufe</translation>
    </message>
    <message>
        <source>Folder of the files</source>
        <translation>Ordner der Dateien</translation>
    </message>
    <message>
        <source>Drop an mlflow.db, an mlruns folder or TensorBoard’s event files</source>
        <translation>Legen Sie eine mlflow.db, einen mlruns-Ordner oder Ereignisdateien von TensorBoard ab</translation>
    </message>
    <message>
        <source>What is in it is listed first; nothing is written until you say so, and nothing is ever changed there.</source>
        <translation>Der Inhalt wird zuerst aufgelistet; geschrieben wird erst, wenn Sie es veranlassen, und an der Quelle wird nie etwas geändert.</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Ordner auswählen…</translation>
    </message>
    <message>
        <source>Looking at %1</source>
        <translation>%1 wird durchgesehen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>There is nothing to take over</source>
        <translation>Es gibt nichts zu übernehmen</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 Dateien</translation>
    </message>
    <message numerus="yes">
        <source>%n registered model(s)</source>
        <translation>
            <numerusform>%n registriertes Modell</numerusform>
            <numerusform>%n registrierte Modelle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 The run is left out.</source>
        <translation>%1 Der Lauf wird ausgelassen.</translation>
    </message>
    <message>
        <source>Show runs</source>
        <translation>Läufe anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n run(s)</source>
        <translation>
            <numerusform>%n Lauf übernehmen</numerusform>
            <numerusform>%n Läufe übernehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Taking over %1</source>
        <translation>%1 wird übernommen</translation>
    </message>
    <message>
        <source>&amp;All runs</source>
        <translation>A&amp;lle Läufe</translation>
    </message>
    <message>
        <source>&amp;Experiment</source>
        <translation>E&amp;xperiment</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>as at the source</source>
        <translation>wie in der Quelle</translation>
    </message>
    <message>
        <source>Put all runs into this experiment; empty: each into the one it has</source>
        <translation>Alle Läufe in dieses Experiment aufnehmen; leer: jeden in sein eigenes</translation>
    </message>
    <message>
        <source>&amp;Files in</source>
        <translation>Date&amp;ien in</translation>
    </message>
    <message>
        <source>beside the runs</source>
        <translation>neben den Läufen</translation>
    </message>
    <message>
        <source>Where the files of a tracking server lie, if not beside its database</source>
        <translation>Wo die Dateien eines Tracking-Servers liegen, wenn nicht neben seiner Datenbank</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Choose the folder of the files</source>
        <translation>Ordner der Dateien auswählen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop; the runs taken over so far stay</source>
        <translation>Abbrechen; die bisher übernommenen Läufe bleiben</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%1 von %2 Läufen</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Byte</source>
        <translation>Byte</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei auswählen…</translation>
    </message>
    <message>
        <source>An mlflow.db, an archive or a log</source>
        <translation>Eine mlflow.db, ein Archiv oder ein Protokoll</translation>
    </message>
    <message>
        <source>An mlruns folder, or one with TensorBoard&apos;s event files</source>
        <translation>Ein mlruns-Ordner oder einer mit Ereignisdateien von TensorBoard</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) taken over</source>
        <translation>
            <numerusform>%n Lauf übernommen</numerusform>
            <numerusform>%n Läufe übernommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) have grown</source>
        <translation>
            <numerusform>%n Lauf gewachsen</numerusform>
            <numerusform>%n Läufe gewachsen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were in the store already</source>
        <translation>
            <numerusform>%n Lauf bereits in der Ablage</numerusform>
            <numerusform>%n Läufe bereits in der Ablage</numerusform>
        </translation>
    </message>
    <message>
        <source>Done: %1.</source>
        <translation>Fertig: %1.</translation>
    </message>
</context>
<context>
    <name>assay::ui::TakeOverPageModel</name>
    <message>
        <source>in the store</source>
        <translation>in der Ablage</translation>
    </message>
    <message>
        <source>deleted there</source>
        <translation>dort gelöscht</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>%1
The store has this run. Tick it to take over what it has grown by since.</source>
        <translation>%1
Die Ablage enthält diesen Lauf. Kreuzen Sie ihn an, um zu übernehmen, was seither hinzugekommen ist.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>assay::ui::ThresholdTab</name>
    <message>
        <source>F1 is highest, %1, at %2.</source>
        <translation>F1 ist bei %2 am höchsten: %1.</translation>
    </message>
    <message>
        <source>Youden’s J is highest, %1, at %2.</source>
        <translation>Youdens J ist bei %2 am höchsten: %1.</translation>
    </message>
    <message>
        <source>The expected cost is lowest, %1, at %2.</source>
        <translation>Die erwarteten Kosten sind bei %2 am geringsten: %1.</translation>
    </message>
    <message>
        <source>With a precision of at least %1, recall is highest, %2, at %3.</source>
        <translation>Mit einer Präzision von mindestens %1 ist die Trefferquote bei %3 am höchsten: %2.</translation>
    </message>
    <message>
        <source>With a recall of at least %1, precision is highest, %2, at %3.</source>
        <translation>Mit einer Trefferquote von mindestens %1 ist die Präzision bei %3 am höchsten: %2.</translation>
    </message>
    <message>
        <source>No threshold has a precision of at least %1.</source>
        <translation>Kein Schwellenwert hat eine Präzision von mindestens %1.</translation>
    </message>
    <message>
        <source>No threshold has a recall of at least %1.</source>
        <translation>Kein Schwellenwert hat eine Trefferquote von mindestens %1.</translation>
    </message>
    <message>
        <source>This needs rows of both classes.</source>
        <translation>Dazu sind Zeilen beider Klassen nötig.</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>negativ</translation>
    </message>
    <message>
        <source>True class by predicted class</source>
        <translation>Tatsächliche Klasse nach vorhergesagter Klasse</translation>
    </message>
    <message>
        <source>Finding the best threshold</source>
        <translation>Bester Schwellenwert wird gesucht</translation>
    </message>
    <message>
        <source>Least precision</source>
        <translation>Mindestpräzision</translation>
    </message>
    <message>
        <source>Least recall</source>
        <translation>Mindesttrefferquote</translation>
    </message>
    <message>
        <source>&amp;Threshold</source>
        <translation>&amp;Schwellenwert</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwellenwert</translation>
    </message>
    <message>
        <source>Rows with a score from here on are selected</source>
        <translation>Zeilen mit einem Score ab hier werden ausgewählt</translation>
    </message>
    <message>
        <source>Best by</source>
        <translation>Bester nach</translation>
    </message>
    <message>
        <source>&amp;F1</source>
        <translation>&amp;F1</translation>
    </message>
    <message>
        <source>Highest F1</source>
        <translation>Höchster F1-Wert</translation>
    </message>
    <message>
        <source>&amp;Youden</source>
        <translation>&amp;Youden</translation>
    </message>
    <message>
        <source>Largest true minus false positive rate</source>
        <translation>Größte Differenz aus Richtig-positiv- und Falsch-positiv-Rate</translation>
    </message>
    <message>
        <source>&amp;Cost</source>
        <translation>&amp;Kosten</translation>
    </message>
    <message>
        <source>Lowest expected cost</source>
        <translation>Geringste erwartete Kosten</translation>
    </message>
    <message>
        <source>&amp;Precision at least</source>
        <translation>&amp;Präzision mindestens</translation>
    </message>
    <message>
        <source>Highest recall with at least this precision</source>
        <translation>Höchste Trefferquote mit mindestens dieser Präzision</translation>
    </message>
    <message>
        <source>&amp;Recall at least</source>
        <translation>T&amp;refferquote mindestens</translation>
    </message>
    <message>
        <source>Highest precision with at least this recall</source>
        <translation>Höchste Präzision mit mindestens dieser Trefferquote</translation>
    </message>
    <message>
        <source>What the threshold gives</source>
        <translation>Was der Schwellenwert ergibt</translation>
    </message>
    <message>
        <source>What an outcome costs</source>
        <translation>Was ein Ausgang kostet</translation>
    </message>
</context>
<context>
    <name>assay::ui::TrainBoard</name>
    <message>
        <source>Leaderboard</source>
        <translation>Rangliste</translation>
    </message>
    <message>
        <source>Best first. Enter opens a run; choose several to compare only those.</source>
        <translation>Bestes zuerst. Die Eingabetaste öffnet einen Lauf; wählen Sie mehrere, um nur diese zu vergleichen.</translation>
    </message>
    <message>
        <source>Progress of training</source>
        <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel training and what waits</source>
        <translation>Training und Wartendes abbrechen</translation>
    </message>
    <message>
        <source>Metric of the curve</source>
        <translation>Metrik der Kurve</translation>
    </message>
    <message>
        <source>Learning curves</source>
        <translation>Lernkurven</translation>
    </message>
    <message>
        <source>Metrics of models that learn in rounds are drawn here while they train.</source>
        <translation>Metriken von Modellen, die in Runden lernen, werden hier während des Trainings gezeichnet.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1  ·  %n waiting</source>
        <translation>
            <numerusform>%1  ·  %n wartet</numerusform>
            <numerusform>%1  ·  %n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
</context>
<context>
    <name>assay::ui::TrainModels</name>
    <message>
        <source>Train %1</source>
        <translation>%1 trainieren</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Parameters of %1</source>
        <translation>Parameter von %1</translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::TrainPage</name>
    <message>
        <source>Choose models</source>
        <translation>Modelle wählen</translation>
    </message>
    <message>
        <source>Open runs</source>
        <translation>Läufe öffnen</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Train on %1</source>
        <translation>Mit %1 trainieren</translation>
    </message>
    <message>
        <source>&lt;p&gt;Models are trained one after another with the same split and seed, so that they are tested on the same rows.&lt;/p&gt;&lt;p&gt;Each is kept as a run from the moment it begins. What is cancelled is kept too, marked as such.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Die Modelle werden nacheinander mit derselben Aufteilung und demselben Startwert trainiert, damit sie an denselben Zeilen getestet werden.&lt;/p&gt;&lt;p&gt;Jedes wird von Beginn an als Lauf aufbewahrt. Auch Abgebrochenes bleibt erhalten und ist als solches gekennzeichnet.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Suggested set</source>
        <translation>Vorgeschlagene Auswahl</translation>
    </message>
    <message>
        <source>Tick the suggested set of models</source>
        <translation>Die vorgeschlagenen Modelle ankreuzen</translation>
    </message>
    <message>
        <source>A baseline and the models that usually do well</source>
        <translation>Ein Basismodell und die Modelle, die sich meist bewähren</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Task and testing</source>
        <translation>Aufgabe und Test</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>Train %n model(s)</source>
        <translation>
            <numerusform>%n Modell trainieren</numerusform>
            <numerusform>%n Modelle trainieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compare %n run(s)</source>
        <translation>
            <numerusform>%n Lauf vergleichen</numerusform>
            <numerusform>%n Läufe vergleichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1  ·  %2  ·  %n row(s)</source>
        <translation>
            <numerusform>%1  ·  %2  ·  %n Zeile</numerusform>
            <numerusform>%1  ·  %2  ·  %n Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::TrainSetup</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Zielspalte</translation>
    </message>
    <message>
        <source>The column that is to be predicted</source>
        <translation>Die Spalte, die vorhergesagt werden soll</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>What kind of answer is learnt</source>
        <translation>Welche Art von Antwort gelernt wird</translation>
    </message>
    <message>
        <source>Positive class</source>
        <translation>Positive Klasse</translation>
    </message>
    <message>
        <source>The class whose probability is predicted</source>
        <translation>Die Klasse, deren Wahrscheinlichkeit vorhergesagt wird</translation>
    </message>
    <message>
        <source>Tested on</source>
        <translation>Getestet an</translation>
    </message>
    <message>
        <source>Which rows are kept from learning, to test on</source>
        <translation>Welche Zeilen nicht gelernt, sondern zum Testen zurückgehalten werden</translation>
    </message>
    <message>
        <source>A random share</source>
        <translation>Zufälliger Anteil</translation>
    </message>
    <message>
        <source>Folds in turn</source>
        <translation>Faltungen reihum</translation>
    </message>
    <message>
        <source>Folds, repeated</source>
        <translation>Faltungen, wiederholt</translation>
    </message>
    <message>
        <source>The latest share</source>
        <translation>Neuester Anteil</translation>
    </message>
    <message>
        <source>Whole groups</source>
        <translation>Ganze Gruppen</translation>
    </message>
    <message>
        <source>Another data set</source>
        <translation>Anderer Datensatz</translation>
    </message>
    <message>
        <source>Share tested</source>
        <translation>Testanteil</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Folds</source>
        <translation>Faltungen</translation>
    </message>
    <message>
        <source>By column</source>
        <translation>Nach Spalte</translation>
    </message>
    <message>
        <source>The time by which rows are ordered, or the group that is never divided</source>
        <translation>Die Zeit, nach der die Zeilen geordnet werden, oder die Gruppe, die nie geteilt wird</translation>
    </message>
    <message>
        <source>Test data</source>
        <translation>Testdaten</translation>
    </message>
    <message>
        <source>A data set with the same columns, imported before</source>
        <translation>Ein zuvor importierter Datensatz mit denselben Spalten</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed, data and parameters give the same result to the last bit</source>
        <translation>Gleicher Startwert, gleiche Daten und gleiche Parameter ergeben bis aufs letzte Bit dasselbe Ergebnis</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>The name under which these runs are gathered</source>
        <translation>Der Name, unter dem diese Läufe gesammelt werden</translation>
    </message>
    <message>
        <source>Columns to use and to protect</source>
        <translation>Verwendete und geschützte Spalten</translation>
    </message>
    <message>
        <source>Use: the model may learn from it. Protected: fairness is judged by it.</source>
        <translation>Verwenden: Das Modell darf daraus lernen. Geschützt: Daran wird die Fairness gemessen.</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Geschützt</translation>
    </message>
    <message>
        <source>%1 (from the data)</source>
        <translation>%1 (aus den Daten)</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n value(s); a task of two classes needs exactly two.</source>
        <translation>
            <numerusform>%1 hat %n Wert; eine Aufgabe mit zwei Klassen braucht genau zwei.</numerusform>
            <numerusform>%1 hat %n Werte; eine Aufgabe mit zwei Klassen braucht genau zwei.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 holds no numbers, so no number can be predicted from it.</source>
        <translation>%1 enthält keine Zahlen, daher lässt sich keine Zahl daraus vorhersagen.</translation>
    </message>
    <message>
        <source>Import the data to test on first; then choose it here.</source>
        <translation>Importieren Sie zuerst die Daten, an denen getestet wird; wählen Sie sie dann hier.</translation>
    </message>
    <message>
        <source>No column can order the rows; choose another way to test.</source>
        <translation>Keine Spalte kann die Zeilen ordnen; wählen Sie eine andere Art zu testen.</translation>
    </message>
    <message>
        <source>No column is left to learn from.</source>
        <translation>Keine Spalte bleibt übrig, aus der gelernt werden kann.</translation>
    </message>
</context>
<context>
    <name>assay::ui::TrainSetupSteps</name>
    <message>
        <source>Preprocessing</source>
        <translation>Vorverarbeitung</translation>
    </message>
    <message>
        <source>How columns become numbers, and which of them are kept</source>
        <translation>Wie aus Spalten Zahlen werden und welche davon behalten werden</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Klassenausgleich</translation>
    </message>
    <message>
        <source>What is done about classes of different size</source>
        <translation>Was bei unterschiedlich großen Klassen geschieht</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>How scores become probabilities that mean what they say</source>
        <translation>Wie aus Scores Wahrscheinlichkeiten werden, die bedeuten, was sie besagen</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Wie üblich</translation>
    </message>
    <message>
        <source>Choices of %1</source>
        <translation>Einstellungen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::TreeTab</name>
    <message>
        <source>%1 could not be written: %2. Choose another folder.</source>
        <translation>%1 konnte nicht geschrieben werden: %2. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>&amp;Levels</source>
        <translation>Tie&amp;fe</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>How many splits deep the tree is shown</source>
        <translation>Bis zu wie vielen Teilungen der Baum gezeigt wird</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>Alles an&amp;zeigen</translation>
    </message>
    <message>
        <source>The whole tree at once (F)</source>
        <translation>Der ganze Baum auf einmal (F)</translation>
    </message>
    <message>
        <source>&amp;Copy as picture</source>
        <translation>Als Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>Save as &amp;PNG…</source>
        <translation>Als &amp;PNG speichern…</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>Save as &amp;SVG…</source>
        <translation>Als &amp;SVG speichern…</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Copy or save the drawing</source>
        <translation>Die Zeichnung kopieren oder speichern</translation>
    </message>
    <message>
        <source>Reading the tree</source>
        <translation>Baum wird gelesen</translation>
    </message>
    <message>
        <source>There is no tree to draw</source>
        <translation>Es gibt keinen Baum zu zeichnen</translation>
    </message>
    <message>
        <source> of %1</source>
        <translation> von %1</translation>
    </message>
    <message>
        <source>Decision tree of %1</source>
        <translation>Entscheidungsbaum von %1</translation>
    </message>
    <message>
        <source>Choose a node to read its conditions; arrow keys walk from node to node.</source>
        <translation>Wählen Sie einen Knoten, um seine Bedingungen zu lesen; die Pfeiltasten führen von Knoten zu Knoten.</translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation>Zeichnung speichern</translation>
    </message>
</context>
<context>
    <name>assay::ui::TreeView</name>
    <message>
        <source>Decision tree</source>
        <translation>Entscheidungsbaum</translation>
    </message>
</context>
</TS>
