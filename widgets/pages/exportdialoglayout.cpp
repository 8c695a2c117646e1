// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/icons.h"
#include "widgets/controls/pageheader.h"
#include "widgets/pages/exportdialog.h"

#include <QApplication>
#include <QButtonGroup>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDate>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QUrl>
#include <QVBoxLayout>

/// How the dialog that exports runs is put together; what it does is in exportdialog.cpp.
namespace assay::ui {

namespace {

QString proposedTarget()
{
    return QDir::toNativeSeparators(
        QStringLiteral("%1/assay-runs-%2.zip").arg(QDir::homePath(), QDate::currentDate().toString(Qt::ISODate)));
}

} // namespace

ExportDialog::ExportDialog(Shell &shell, std::vector<tracking::RunId> selected, std::optional<tracking::RunQuery> shown,
                           QWidget *parent)
    : QDialog(parent)
    , m_shell(shell)
    , m_selected(std::move(selected))
    , m_shown(std::move(shown))
    , m_planning(&shell.jobs())
    , m_writing(&shell.jobs())
    , m_scope(new QButtonGroup(this))
    , m_children(new QCheckBox(tr("Also the runs &below them"), this))
    , m_packed(new QCheckBox(tr("As one .&zip file"), this))
    , m_format(new QComboBox(this))
    , m_about(roleLabel({}, "faint", this))
    , m_size(new QLabel(this))
    , m_outcome(new QLabel(this))
    , m_target(new QLineEdit(proposedTarget(), this))
    , m_command(new QLineEdit(this))
    , m_bar(new QProgressBar(this))
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export runs"));
    resize(640, 0);
    build();
    formatChosen();
    plan();
}

QWidget *ExportDialog::buildScope()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](Scope scope, const QString &text, const char *name, bool possible) {
        auto *radio = new QRadioButton(text, box);
        radio->setObjectName(QLatin1String(name));
        radio->setEnabled(possible);
        m_scope->addButton(radio, scope);
        column->addWidget(radio);
    };
    const auto count = static_cast<int>(m_selected.size());
    add(Selected, tr("The %n &selected run(s)", nullptr, count), "exportSelected", count > 0);
    add(Shown, tr("All runs the &table shows"), "exportShown", m_shown.has_value());
    add(All, tr("&All runs that are neither deleted nor archived"), "exportAll", true);
    m_scope->button(count > 0 ? Selected : m_shown ? Shown : All)->setChecked(true);
    m_children->setObjectName(QStringLiteral("exportChildren"));
    m_children->setToolTip(tr("Such as the folds of a cross-validation"));
    column->addWidget(m_children);
    connect(m_scope, &QButtonGroup::idClicked, this, &ExportDialog::plan);
    connect(m_children, &QCheckBox::toggled, this, &ExportDialog::plan);
    return box;
}

QWidget *ExportDialog::buildTarget()
{
    m_target->setObjectName(QStringLiteral("exportTarget"));
    m_target->setToolTip(tr("A folder that is made, or a file that ends in .zip; nothing that is there is replaced"));
    m_packed->setObjectName(QStringLiteral("exportPacked"));
    m_packed->setChecked(true);
    auto *browse = new QPushButton(tr("B&rowse…"), this);
    browse->setAutoDefault(false);
    connect(m_target, &QLineEdit::textChanged, this, &ExportDialog::check);
    connect(m_packed, &QCheckBox::toggled, this, &ExportDialog::packedChosen);
    connect(browse, &QPushButton::clicked, this, &ExportDialog::chooseTarget);
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_target, 1);
    row->addWidget(browse);
    row->addWidget(m_packed);
    return box;
}

QWidget *ExportDialog::buildCommand()
{
    m_command->setObjectName(QStringLiteral("exportCommand"));
    m_command->setReadOnly(true);
    QAction *copy = m_command->addAction(icon(QStringLiteral("copy")), QLineEdit::TrailingPosition);
    copy->setObjectName(QStringLiteral("exportCopy"));
    copy->setToolTip(tr("Copy"));
    connect(copy, &QAction::triggered, this, [this] { QApplication::clipboard()->setText(command()); });
    return m_command;
}

QWidget *ExportDialog::buildChoices()
{
    for (const tracking::ExporterInfo &one : tracking::exporters())
        m_format->addItem(QString::fromUtf8(one.label), QString::fromLatin1(one.id));
    m_format->setObjectName(QStringLiteral("exportFormat"));
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::formatChosen);
    m_about->setObjectName(QStringLiteral("exportAbout"));
    m_about->setWordWrap(true);
    m_about->setMinimumHeight(2 * fontMetrics().lineSpacing() + 4); // so that the dialog keeps its size
    m_size->setObjectName(QStringLiteral("exportSize"));
    m_size->setWordWrap(true);
    auto *choices = new QWidget(this);
    auto *form = new QFormLayout(choices);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("Runs"), buildScope());
    form->addRow(tr("&Format"), m_format);
    form->addRow({}, m_about);
    auto *to = new QLabel(tr("T&o"), this);
    to->setBuddy(m_target); // not the box around it, which takes no keys
    form->addRow(to, buildTarget());
    form->addRow(tr("Size"), m_size);
    form->addRow(tr("&Command"), buildCommand());
    // The rows with a widget of several parts name their first part only by hand.
    m_target->setAccessibleName(tr("File or folder to write"));
    m_command->setAccessibleName(tr("Command line that does the same"));
    m_format->setAccessibleName(tr("Format"));
    return choices;
}

QWidget *ExportDialog::buildButtons()
{
    m_ok = new QPushButton(tr("&Export"), this);
    m_ok->setObjectName(QStringLiteral("exportNow"));
    m_ok->setDefault(true);
    m_cancel = new QPushButton(tr("Close"), this);
    m_cancel->setObjectName(QStringLiteral("exportCancel"));
    m_cancel->setAutoDefault(false);
    m_look = new QPushButton(tr("&Look at it"), this);
    m_look->setObjectName(QStringLiteral("exportLook"));
    m_look->setToolTip(tr("Open the folder it was written to"));
    m_look->setAutoDefault(false);
    m_look->hide();
    connect(m_ok, &QPushButton::clicked, this, &ExportDialog::write);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_look, &QPushButton::clicked, this, [this] {
        const QFileInfo written(m_written);
        QDesktopServices::openUrl(QUrl::fromLocalFile(written.isDir() ? m_written : written.absolutePath()));
    });
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_look);
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_ok);
    return box;
}

void ExportDialog::build()
{
    m_bar->setObjectName(QStringLiteral("exportProgress"));
    m_bar->setAccessibleName(tr("Progress of the export"));
    m_bar->setTextVisible(false);
    m_outcome->setObjectName(QStringLiteral("exportOutcome"));
    m_outcome->setWordWrap(true);
    m_outcome->setTextFormat(Qt::RichText);
    m_outcome->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_outcome->hide();
    connect(&m_writing, &JobRunner::progressed, this, &ExportDialog::showProgress);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    QWidget *choices = buildChoices();
    QWidget *buttons = buildButtons();
    layout->addWidget(choices);
    layout->addWidget(m_bar);
    layout->addWidget(m_outcome);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setTabOrder(m_command, m_ok);
}

} // namespace assay::ui
