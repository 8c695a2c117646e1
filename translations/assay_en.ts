<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>assay::ui::ChartText</name>
    <message numerus="yes">
        <source>%n other features</source>
        <translation>
            <numerusform>%n other feature</numerusform>
            <numerusform>%n other features</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new categories.</source>
        <translation>
            <numerusform>%n new category.</numerusform>
            <numerusform>%n new categories.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::ComparePage</name>
    <message numerus="yes">
        <source>Compare %n run(s)</source>
        <translation>
            <numerusform>Compare %n run</numerusform>
            <numerusform>Compare %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) in common; p values are adjusted for the number of comparisons.</source>
        <translation>
            <numerusform>%n row in common; p values are adjusted for the number of comparisons.</numerusform>
            <numerusform>%n rows in common; p values are adjusted for the number of comparisons.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::DriftPage</name>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::ImportPage</name>
    <message numerus="yes">
        <source>%n cell(s) do not fit and become missing</source>
        <translation>
            <numerusform>%n cell does not fit and becomes missing</numerusform>
            <numerusform>%n cells do not fit and become missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::JobsPane</name>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation>
            <numerusform>%n job running</numerusform>
            <numerusform>%n jobs running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::ProfilePage</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duplicate row(s)</source>
        <translation>
            <numerusform>%n duplicate row</numerusform>
            <numerusform>%n duplicate rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) did not fit</source>
        <translation>
            <numerusform>%n cell did not fit</numerusform>
            <numerusform>%n cells did not fit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::RunEditor</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::RunsPage</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n run(s); Undo brings them back.</source>
        <translation>
            <numerusform>Deleted %n run; Undo brings it back.</numerusform>
            <numerusform>Deleted %n runs; Undo brings them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::StoreEdits</name>
    <message numerus="yes">
        <source>delete %n run(s)</source>
        <translation>
            <numerusform>delete %n run</numerusform>
            <numerusform>delete %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>restore %n run(s)</source>
        <translation>
            <numerusform>restore %n run</numerusform>
            <numerusform>restore %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::TrainBoard</name>
    <message numerus="yes">
        <source>%1  ·  %n waiting</source>
        <translation>
            <numerusform>%1  ·  %n waiting</numerusform>
            <numerusform>%1  ·  %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::TrainModels</name>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::TrainPage</name>
    <message numerus="yes">
        <source>Train %n model(s)</source>
        <translation>
            <numerusform>Train %n model</numerusform>
            <numerusform>Train %n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compare %n run(s)</source>
        <translation>
            <numerusform>Compare %n run</numerusform>
            <numerusform>Compare %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1  ·  %2  ·  %n row(s)</source>
        <translation>
            <numerusform>%1  ·  %2  ·  %n row</numerusform>
            <numerusform>%1  ·  %2  ·  %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::TrainSetup</name>
    <message numerus="yes">
        <source>%1 has %n value(s); a task of two classes needs exactly two.</source>
        <translation>
            <numerusform>%1 has %n value; a task of two classes needs exactly two.</numerusform>
            <numerusform>%1 has %n values; a task of two classes needs exactly two.</numerusform>
        </translation>
    </message>
</context>
</TS>
