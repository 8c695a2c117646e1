<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>assay::app::ReportText</name>
    <message numerus="yes">
        <source>%n fold(s)</source>
        <translation>
            <numerusform>%n fold</numerusform>
            <numerusform>%n folds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n runs in grey, the best three in colour.</source>
        <translation>
            <numerusform>All %n runs in grey, the best three in colour.</numerusform>
            <numerusform>All %n runs in grey, the best three in colour.</numerusform>
        </translation>
    </message>
</context>
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
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) selected</source>
        <translation>
            <numerusform>%n run selected</numerusform>
            <numerusform>%n runs selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::CompareTables</name>
    <message numerus="yes">
        <source>All %n row(s) that %1 and %2 predicted, those furthest apart first.</source>
        <translation>
            <numerusform>The one row that %1 and %2 predicted.</numerusform>
            <numerusform>All %n rows that %1 and %2 predicted, those furthest apart first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are decided differently: only %1 is right on %2, only %3 on %4, neither on %5.</source>
        <translation>
            <numerusform>%n row is decided differently: only %1 is right on %2, only %3 on %4, neither on %5.</numerusform>
            <numerusform>%n rows are decided differently: only %1 is right on %2, only %3 on %4, neither on %5.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::Conclusion</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of the %n other pair(s), %1 differ, %2 are equivalent and %3 are undecided.</source>
        <translation>
            <numerusform>Of the %n other pair, %1 differ, %2 are equivalent and %3 are undecided.</numerusform>
            <numerusform>Of the %n other pairs, %1 differ, %2 are equivalent and %3 are undecided.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::ConfusionTab</name>
    <message numerus="yes">
        <source>%n row(s) of “%1”, rightly predicted</source>
        <translation>
            <numerusform>%n row of “%1”, rightly predicted</numerusform>
            <numerusform>%n rows of “%1”, rightly predicted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of “%1” predicted “%2”</source>
        <translation>
            <numerusform>%n row of “%1” predicted “%2”</numerusform>
            <numerusform>%n rows of “%1” predicted “%2”</numerusform>
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
    <name>assay::ui::EnsembleDialog</name>
    <message numerus="yes">
        <source>Ensemble of %n run(s)</source>
        <translation>
            <numerusform>Ensemble of %n run</numerusform>
            <numerusform>Ensemble of %n runs</numerusform>
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
    <name>assay::ui::PairTestsModel</name>
    <message numerus="yes">
        <source>Paired bootstrap of %1, %n resample(s), %2</source>
        <translation>
            <numerusform>Paired bootstrap of %1, %n resample, %2</numerusform>
            <numerusform>Paired bootstrap of %1, %n resamples, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fold(s)</source>
        <translation>
            <numerusform>%n fold</numerusform>
            <numerusform>%n folds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) in common</source>
        <translation>
            <numerusform>%n row in common</numerusform>
            <numerusform>%n rows in common</numerusform>
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
<context>
    <name>assay::ui::TrainSetupSteps</name>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
</context>
</TS>
