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
    <name>assay::ui::ArtifactPane</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::ArtifactsTab</name>
    <message numerus="yes">
        <source>%n artifact(s) added.</source>
        <translation>
            <numerusform>%n artifact added.</numerusform>
            <numerusform>%n artifacts added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n artifact(s) saved.</source>
        <translation>
            <numerusform>%n artifact saved.</numerusform>
            <numerusform>%n artifacts saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::AxisChooser</name>
    <message numerus="yes">
        <source>%1, in %n run(s)</source>
        <translation>
            <numerusform>%1, in %n run</numerusform>
            <numerusform>%1, in %n runs</numerusform>
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
    <name>assay::ui::ColumnChooser</name>
    <message numerus="yes">
        <source>%n run(s) have it</source>
        <translation>
            <numerusform>%n run has it</numerusform>
            <numerusform>%n runs have it</numerusform>
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
    <name>assay::ui::CurveView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
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
    <name>assay::ui::EnvironmentDiff</name>
    <message numerus="yes">
        <source>The circumstances differ in %n fact(s).</source>
        <translation>
            <numerusform>The circumstances differ in %n fact.</numerusform>
            <numerusform>The circumstances differ in %n facts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::ExperimentsDialog</name>
    <message numerus="yes">
        <source>%n deleted experiment(s)</source>
        <translation>
            <numerusform>%n deleted experiment</numerusform>
            <numerusform>%n deleted experiments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n experiment(s)</source>
        <translation>
            <numerusform>%n experiment</numerusform>
            <numerusform>%n experiments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %1 with %n run(s); Undo brings them back.</source>
        <translation>
            <numerusform>Deleted %1 with %n run; Undo brings them back.</numerusform>
            <numerusform>Deleted %1 with %n runs; Undo brings them back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Name of the experiment that %n run(s) go to:</source>
        <translation>
            <numerusform>Name of the experiment that %n run goes to:</numerusform>
            <numerusform>Name of the experiment that %n runs go to:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Move %n run(s) here</source>
        <translation>
            <numerusform>&amp;Move %n run here</numerusform>
            <numerusform>&amp;Move %n runs here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n run(s) to a ne&amp;w one…</source>
        <translation>
            <numerusform>Move %n run to a ne&amp;w one…</numerusform>
            <numerusform>Move %n runs to a ne&amp;w one…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::ExplorePage</name>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected run(s)</source>
        <translation>
            <numerusform>%Ln selected run</numerusform>
            <numerusform>%Ln selected runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::ExploreText</name>
    <message numerus="yes">
        <source>Read this with caution: %n run(s) are few for so many parameters.</source>
        <translation>
            <numerusform>Read this with caution: %n run is little for so many parameters.</numerusform>
            <numerusform>Read this with caution: %n runs are few for so many parameters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::ExportDialog</name>
    <message numerus="yes">
        <source>The %n &amp;selected run(s)</source>
        <translation>
            <numerusform>The %n &amp;selected run</numerusform>
            <numerusform>The %n &amp;selected runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) with %1 points and %2 files: %3.</source>
        <translation>
            <numerusform>%Ln run with %1 points and %2 files: %3.</numerusform>
            <numerusform>%Ln runs with %1 points and %2 files: %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) written to %1 (%2).</source>
        <translation>
            <numerusform>%Ln run written to %1 (%2).</numerusform>
            <numerusform>%Ln runs written to %1 (%2).</numerusform>
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
    <name>assay::ui::MetricPage</name>
    <message numerus="yes">
        <source>Metrics of %n run(s)</source>
        <translation>
            <numerusform>Metrics of %n run</numerusform>
            <numerusform>Metrics of %n runs</numerusform>
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
        <source>%1, in %n run(s)</source>
        <translation>
            <numerusform>%1, in %n run</numerusform>
            <numerusform>%1, in %n runs</numerusform>
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
    <name>assay::ui::Purging</name>
    <message numerus="yes">
        <source>%n file(s) (%1) stay, since other runs or registered models use them.</source>
        <translation>
            <numerusform>%n file (%1) stays, since other runs or registered models use it.</numerusform>
            <numerusform>%n files (%1) stay, since other runs or registered models use them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted run(s) are still being written and stay.</source>
        <translation>
            <numerusform>%n deleted run is still being written and stays.</numerusform>
            <numerusform>%n deleted runs are still being written and stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) go, with %1 points and %2 artifacts.</source>
        <translation>
            <numerusform>%Ln run goes, with %1 points and %2 artifacts.</numerusform>
            <numerusform>%Ln runs go, with %1 points and %2 artifacts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln run(s) for good?</source>
        <translation>
            <numerusform>Remove %Ln run for good?</numerusform>
            <numerusform>Remove %Ln runs for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) purged, %1 freed.</source>
        <translation>
            <numerusform>%Ln run purged, %1 freed.</numerusform>
            <numerusform>%Ln runs purged, %1 freed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::Registry</name>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::RegistryPage</name>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::RunCell</name>
    <message numerus="yes">
        <source>%1 of %n run(s): mean %2, standard deviation %3, from %4 to %5</source>
        <translation>
            <numerusform>%1 of %n run: mean %2, standard deviation %3, from %4 to %5</numerusform>
            <numerusform>%1 of %n runs: mean %2, standard deviation %3, from %4 to %5</numerusform>
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
        <source>Deleted %Ln run(s); Undo brings them back.</source>
        <translation>
            <numerusform>Deleted %Ln run; Undo brings it back.</numerusform>
            <numerusform>Deleted %Ln runs; Undo brings them back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Archived %Ln run(s); Undo brings them back.</source>
        <translation>
            <numerusform>Archived %Ln run; Undo brings it back.</numerusform>
            <numerusform>Archived %Ln runs; Undo brings them back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln run(s) to this experiment, which is made if there is none of the name:</source>
        <translation>
            <numerusform>Move %Ln run to this experiment, which is made if there is none of the name:</numerusform>
            <numerusform>Move %Ln runs to this experiment, which is made if there is none of the name:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::StoreCare</name>
    <message numerus="yes">
        <source>%n thing(s) are damaged.</source>
        <translation>
            <numerusform>%n thing is damaged.</numerusform>
            <numerusform>%n things are damaged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be copied.</source>
        <translation>
            <numerusform>%n file could not be copied.</numerusform>
            <numerusform>%n files could not be copied.</numerusform>
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
    <message numerus="yes">
        <source>make %n run(s) favourites</source>
        <translation>
            <numerusform>make %n run a favourite</numerusform>
            <numerusform>make %n runs favourites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>take the mark of a favourite from %n run(s)</source>
        <translation>
            <numerusform>take the mark of a favourite from %n run</numerusform>
            <numerusform>take the mark of a favourite from %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>archive %n run(s)</source>
        <translation>
            <numerusform>archive %n run</numerusform>
            <numerusform>archive %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>bring %n run(s) back from the archive</source>
        <translation>
            <numerusform>bring %n run back from the archive</numerusform>
            <numerusform>bring %n runs back from the archive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>move %n run(s) to “%1”</source>
        <translation>
            <numerusform>move %n run to “%1”</numerusform>
            <numerusform>move %n runs to “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>take %n run(s) to the top</source>
        <translation>
            <numerusform>take %n run to the top</numerusform>
            <numerusform>take %n runs to the top</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>put %n run(s) below another</source>
        <translation>
            <numerusform>put %n run below another</numerusform>
            <numerusform>put %n runs below another</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>remove %n artifact(s)</source>
        <translation>
            <numerusform>remove %n artifact</numerusform>
            <numerusform>remove %n artifacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::TakeOverPage</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n registered model(s)</source>
        <translation>
            <numerusform>%n registered model</numerusform>
            <numerusform>%n registered models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take over %n run(s)</source>
        <translation>
            <numerusform>Take over %n run</numerusform>
            <numerusform>Take over %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) taken over</source>
        <translation>
            <numerusform>%n run taken over</numerusform>
            <numerusform>%n runs taken over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) have grown</source>
        <translation>
            <numerusform>%n run has grown</numerusform>
            <numerusform>%n runs have grown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were in the store already</source>
        <translation>
            <numerusform>%n run was in the store already</numerusform>
            <numerusform>%n runs were in the store already</numerusform>
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
