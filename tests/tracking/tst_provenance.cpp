// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/provenance.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace assay::tracking;

class TestProvenance : public QObject
{
    Q_OBJECT

private slots:
    void keepsWhatItIsGiven();
    void knowsTheMachine();
    void followsTheRepository();
    void keepsUncommittedChanges();
    void quotesForAShell_data();
    void quotesForAShell();
};

namespace {

bool git(const QStringList &arguments, QByteArray *output = nullptr)
{
    QProcess process;
    process.start("git",
                  QStringList{"-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false"} + arguments);
    const bool done = process.waitForFinished() && process.exitCode() == 0;
    if (output)
        *output = process.readAllStandardOutput().trimmed();
    return done;
}

void write(const char *name, const char *text)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", name);
    file.write(text);
}

/// The working directory while it lives.
struct InFolder
{
    QString before = QDir::currentPath();
    explicit InFolder(const QString &folder) { QDir::setCurrent(folder); }
    ~InFolder() { QDir::setCurrent(before); }
};

} // namespace

void TestProvenance::keepsWhatItIsGiven()
{
    const ProvenanceFacts facts{.program = "assay 9",
                                .commandLine = "assay demo",
                                .threads = 3,
                                .seed = 7,
                                .libraries = {{"xgboost", "1.7.4"}}};
    const Provenance made = currentProvenance(facts);
    QCOMPARE(made.program, facts.program);
    QCOMPARE(made.commandLine, facts.commandLine);
    QCOMPARE(made.threads, 3);
    QCOMPARE(made.seed, quint64(7));
    QVERIFY(made.libraries == facts.libraries);
}

void TestProvenance::knowsTheMachine()
{
    const Provenance made = currentProvenance();
    QCOMPARE(made.host, QSysInfo::machineHostName());
    QVERIFY(!made.user.isEmpty());
    QVERIFY(made.os.contains(QSysInfo::kernelVersion()));
    QVERIFY(!made.cpu.isEmpty());
    QVERIFY(made.program.contains("provenance"));
    QVERIFY(made.commandLine.contains("provenance"));
}

void TestProvenance::followsTheRepository()
{
    QTemporaryDir folder;
    const InFolder inside(folder.path());
    QVERIFY(currentProvenance().gitCommit.isEmpty());
    if (!git({"init", "-q"}))
        QSKIP("git is not installed");
    QVERIFY(currentProvenance().gitCommit.isEmpty()); // no commit yet
    write("code.py", "1");
    QByteArray commit;
    QVERIFY(git({"add", "."}) && git({"commit", "-qm", "first"}) && git({"rev-parse", "HEAD"}, &commit));
    Provenance made = currentProvenance();
    QCOMPARE(made.gitCommit.toLatin1(), commit);
    QVERIFY(!made.gitDirty);
    write("results.csv", "not under version control");
    QVERIFY(!currentProvenance().gitDirty);
    write("code.py", "2");
    made = currentProvenance();
    QCOMPARE(made.gitCommit.toLatin1(), commit);
    QVERIFY(made.gitDirty);
}

void TestProvenance::keepsUncommittedChanges()
{
    QTemporaryDir folder;
    const InFolder inside(folder.path());
    QVERIFY(workingChanges().isEmpty()); // no repository
    QVERIFY(git({"init", "-q"}));
    write("code.py", "a = 1\n");
    QVERIFY(git({"add", "code.py"}) && git({"commit", "-q", "-m", "one"}));
    QVERIFY(workingChanges().isEmpty());
    write("code.py", "a = 2\n");
    const QByteArray changes = workingChanges();
    QVERIFY2(changes.contains("-a = 1\n+a = 2\n"), changes.constData());
    // Staged ones count as well.
    QVERIFY(git({"add", "code.py"}));
    QCOMPARE(workingChanges(), changes);
    // Much is cut at a line, and says so.
    write("code.py", QByteArray("b = 12345\n").repeated(200'000).constData());
    const QByteArray cut = workingChanges();
    QVERIFY(cut.size() > 250'000 && cut.size() < 270'000);
    QVERIFY(cut.endsWith("\n# More was left out here: only the first 256 KiB are kept.\n"));
    QVERIFY(cut.contains("+b = 12345\n# More"));
}

void TestProvenance::quotesForAShell_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("plain") << QStringList{"assay", "train", "--param", "C=0.5"};
    QTest::newRow("blanks") << QStringList{"assay", "my data.csv", ""};
    QTest::newRow("quotes and dollars") << QStringList{"it's", "\"$HOME\"", "a\\b", "`id`", "x;y&z", "*?"};
    QTest::newRow("lines and letters") << QStringList{"two\nlines", "größe", "#no"};
}

void TestProvenance::quotesForAShell()
{
    QFETCH(QStringList, arguments);
    QProcess shell;
    shell.start("sh", {"-c", "printf '%s\\0' " + shellLine(arguments)});
    QVERIFY(shell.waitForFinished());
    QStringList back = QString::fromUtf8(shell.readAllStandardOutput()).split(QChar(0));
    back.removeLast();
    QCOMPARE(back, arguments);
}

QTEST_GUILESS_MAIN(TestProvenance)
#include "tst_provenance.moc"
