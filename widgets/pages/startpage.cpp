// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/startpage.h"

#include "widgets/controls/dropzone.h"
#include "widgets/controls/icons.h"
#include "widgets/controls/pageheader.h"
#include "widgets/recent.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace assay::ui {

namespace {

constexpr int contentWidth = 920;

/// "~/data" rather than "/home/ada/data".
QString folderText(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    return folder.startsWith(QDir::homePath()) ? QStringLiteral("~") + folder.mid(QDir::homePath().size()) : folder;
}

} // namespace

StartPage::StartPage(Shell &shell, QWidget *parent)
    : Page(shell, parent)
    , m_samples(shell)
{
    auto *content = new QWidget;
    content->setProperty("role", QStringLiteral("scrolled"));
    content->setMaximumWidth(contentWidth);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(32, 32, 32, 32);
    column->setSpacing(24);
    auto *greeting = new QVBoxLayout;
    greeting->setSpacing(4);
    greeting->addWidget(roleLabel(tr("Compare models. Defend the choice."), "hero"));
    greeting->addWidget(roleLabel(tr("Everything stays on this machine: your data, your runs, your report."), "faint"));
    column->addLayout(greeting);
    auto *drop =
        new DropZone(tr("Drop a dataset or open a sample"),
                     tr("CSV, TSV, JSON, JSON Lines or Parquet, also gzip-compressed. Click to choose a file.\n"
                        "An mlflow.db, an mlruns folder or TensorBoard files: their runs are taken over."),
                     content);
    drop->setMinimumHeight(170);
    connect(drop, &DropZone::activated, this, [this] { this->shell().openImport({}); });
    connect(drop, &DropZone::filesDropped, this, [this](const QStringList &paths) {
        for (const QString &path : paths)
            this->shell().openImport(path);
    });
    column->addWidget(drop);
    column->addWidget(buildSamples());
    column->addWidget(buildRecent());
    column->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *holder = new QWidget;
    holder->setProperty("role", QStringLiteral("scrolled"));
    auto *centred = new QHBoxLayout(holder);
    centred->setContentsMargins(0, 0, 0, 0);
    centred->addStretch(1);
    centred->addWidget(content, 100);
    centred->addStretch(1);
    scroll->setWidget(holder);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    setFocusProxy(drop);
}

QString StartPage::title() const
{
    return tr("Start");
}

QString StartPage::key() const
{
    return QStringLiteral("start");
}

QString StartPage::inspectorText() const
{
    return tr("<p>Store:<br>%1</p><p>Runs are kept there as soon as they begin; there is nothing to save.</p>")
        .arg(shell().workbench().storePath().toHtmlEscaped());
}

void StartPage::refresh()
{
    fillRecent();
}

void StartPage::showEvent(QShowEvent *event)
{
    fillRecent();
    Page::showEvent(event);
}

QWidget *StartPage::buildSamples()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(roleLabel(tr("Samples"), "heading"));
    auto *cards = new QHBoxLayout;
    cards->setSpacing(16);
    const auto samples = availableSamples();
    for (const Sample &sample : samples)
        cards->addWidget(sampleCard(sample), 1);
    layout->addLayout(cards);
    box->setVisible(!samples.isEmpty());
    return box;
}

QWidget *StartPage::sampleCard(const Sample &sample)
{
    auto *card = new QFrame(this);
    card->setProperty("role", QStringLiteral("card"));
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(4);
    layout->addWidget(roleLabel(sample.title, "heading"));
    layout->addWidget(roleLabel(sample.badge, "faint"));
    QLabel *text = roleLabel(sample.description, "body");
    text->setWordWrap(true);
    layout->addSpacing(4);
    layout->addWidget(text);
    layout->addStretch();
    layout->addSpacing(8);
    auto *open = new QPushButton(tr("Open sample"), card);
    open->setAccessibleName(tr("Open the sample %1").arg(sample.title));
    open->setObjectName(QStringLiteral("sample-") + sample.id);
    connect(open, &QPushButton::clicked, this, [this, sample] { m_samples.open(sample); });
    layout->addWidget(open, 0, Qt::AlignLeft);
    return card;
}

QWidget *StartPage::buildRecent()
{
    auto *box = new QWidget(this);
    m_recent = new QVBoxLayout(box);
    m_recent->setContentsMargins(0, 0, 0, 0);
    m_recent->setSpacing(2);
    return box;
}

void StartPage::fillRecent()
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const QStringList files = recentPaths(RecentKind::Data);
    if (!files.isEmpty())
        m_recent->addWidget(roleLabel(tr("Recent data"), "heading"));
    for (const QString &path : files) {
        auto *row = new QPushButton(icon(QStringLiteral("dataset")),
                                    QStringLiteral("%1    %2").arg(QFileInfo(path).fileName(), folderText(path)));
        row->setProperty("role", QStringLiteral("row"));
        row->setAccessibleName(tr("Open %1").arg(path));
        row->setToolTip(path);
        connect(row, &QPushButton::clicked, this, [this, path] { shell().openImport(path); });
        m_recent->addWidget(row);
    }
    m_recent->addSpacing(12);
    m_recent->addWidget(roleLabel(tr("Store"), "heading"));
    auto *runs = new QPushButton(icon(QStringLiteral("runs")),
                                 tr("All runs in %1").arg(QFileInfo(shell().workbench().storePath()).fileName()));
    runs->setProperty("role", QStringLiteral("row"));
    runs->setObjectName(QStringLiteral("openRuns"));
    runs->setAccessibleName(runs->text());
    connect(runs, &QPushButton::clicked, this, [this] { shell().openRuns(); });
    m_recent->addWidget(runs);
}

} // namespace assay::ui
