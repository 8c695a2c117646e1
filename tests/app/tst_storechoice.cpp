// SPDX-License-Identifier: GPL-3.0-or-later
// What a person is asked when the window's store cannot be opened.
#include "../tracking/damagefixture.h"
#include "app/commands/storechoice.h"

#include <QApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

using namespace assay;
using namespace assay::tracking;

class TestStoreChoice : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void savesWhatCanBeReadAndOpensThat();
    void opensAnother();
    void savesNothingOfWhatIsEmpty();

private:
    /// Answers every dialog, in order: the beginning of a button's text, or the path to choose.
    std::optional<QString> answer(const QStringList &answers);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    QStringList m_buttons; ///< of the first box
};

void TestStoreChoice::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath("assay.db");
    const auto store = need(RunStore::open(m_path));
    const RunId run = need(store->begin({.experiment = "e", .name = "kept"}));
    need(store->logMetrics(run, "loss", {{.step = 1, .time = 0, .value = 0.5}}));
    need(store->end(run, RunStatus::Finished, {}));
}

std::optional<QString> TestStoreChoice::answer(const QStringList &answers)
{
    m_buttons.clear();
    QStringList left = answers;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] {
        QWidget *dialog = QApplication::activeModalWidget();
        if (!dialog || !dialog->isVisible() || left.isEmpty())
            return;
        if (auto *files = qobject_cast<QFileDialog *>(dialog)) {
            // Until it has read the folder, it may not know the file yet.
            files->selectFile(left.first());
            files->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(left.first());
            QMetaObject::invokeMethod(files, "accept");
            if (!files->isVisible())
                left.removeFirst();
        } else if (auto *box = qobject_cast<QMessageBox *>(dialog)) {
            QStringList texts;
            QAbstractButton *chosen = nullptr;
            for (QAbstractButton *button : box->buttons()) {
                texts << button->text().remove(u'&');
                if (texts.last().startsWith(left.first()))
                    chosen = button;
            }
            if (m_buttons.isEmpty())
                m_buttons = texts;
            if (!chosen)
                qFatal("no button %s", qPrintable(left.first()));
            left.removeFirst();
            chosen->click();
        }
    });
    timer.start(20);
    const auto opened = RunStore::open(m_path);
    if (opened)
        qFatal("the store can be opened");
    const auto chosen = app::chooseInstead(m_path, opened.error());
    if (!left.isEmpty())
        qFatal("not asked for %s", qPrintable(left.first()));
    return chosen;
}

void TestStoreChoice::savesWhatCanBeReadAndOpensThat()
{
    overwrite(m_path, 0, QByteArray(pageBytes, '\0'));
    const QByteArray damaged = readBytes(m_path);
    const QString saved = m_folder->filePath("saved.db");
    QCOMPARE(answer({"Save what", saved, "OK"}), saved);
    QCOMPARE(readBytes(m_path), damaged);
    const auto store = need(RunStore::open(saved));
    QVERIFY(!store->limitation());
    QCOMPARE(need(store->series(need(store->resolve("kept")), "loss")).size(), 1u);
}

void TestStoreChoice::opensAnother()
{
    overwrite(m_path, 0, QByteArray(pageBytes, '\0'));
    const QString other = m_folder->filePath("other.db");
    need(RunStore::open(other));
    QCOMPARE(answer({"Open another", other}), other);
    QVERIFY(!answer({"Close"}));
}

void TestStoreChoice::savesNothingOfWhatIsEmpty()
{
    need(need(RunStore::open(m_path))
             ->addArtifact(need(need(RunStore::open(m_path))->resolve("kept")), "a", "text", "bytes"));
    for (const char *end : {"-wal", "-shm"})
        QFile::remove(m_path + QLatin1String(end));
    writeBytes(m_path, {});
    QVERIFY(!answer({"Close"}));
    m_buttons.sort();
    QCOMPARE(m_buttons, QStringList({"Close", "Open another store…"}));
}

QTEST_MAIN(TestStoreChoice)
#include "tst_storechoice.moc"
