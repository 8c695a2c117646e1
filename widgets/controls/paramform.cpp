// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/paramform.h"

#include "widgets/controls/format.h"
#include "widgets/controls/icons.h"
#include "widgets/controls/pageheader.h"
#include "widgets/controls/paramspinbox.h"
#include "widgets/errortext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>
#include <algorithm>

namespace assay::ui {

QString rangeText(const ParamSpec &spec)
{
    QStringList parts;
    if (spec.minimum)
        parts.append((spec.minimumExcluded ? ParamForm::tr("more than %1") : ParamForm::tr("at least %1"))
                         .arg(numberText(*spec.minimum)));
    if (spec.maximum)
        parts.append(ParamForm::tr("at most %1").arg(numberText(*spec.maximum)));
    return parts.join(QStringLiteral(", "));
}

Result<ParamValue> ParamForm::Field::value() const
{
    if (check)
        return ParamValue(check->isChecked());
    if (combo)
        return ParamValue(combo->currentData().toString().toStdString());
    return number->value();
}

void ParamForm::Field::set(const ParamValue &value) const
{
    if (check)
        check->setChecked(std::get_if<bool>(&value) && std::get<bool>(value));
    else if (combo)
        combo->setCurrentIndex(combo->findData(QString::fromStdString(toText(value))));
    else
        number->setValue(value);
}

ParamForm::ParamForm(std::vector<ParamSpec> specs, QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    if (specs.empty())
        grid->addWidget(roleLabel(tr("This model has no parameters."), "faint", this), 0, 0);
    int row = 0;
    for (const ParamSpec &spec : specs) {
        const Field field = makeField(spec);
        QWidget *editor = field.check   ? static_cast<QWidget *>(field.check)
                          : field.combo ? static_cast<QWidget *>(field.combo)
                                        : field.number;
        QLabel *label = roleLabel(QString::fromStdString(spec.name), "body", this);
        label->setBuddy(editor);
        label->setToolTip(editor->toolTip());
        grid->addWidget(label, row, 0);
        grid->addWidget(editor, row, 1);
        grid->addWidget(field.resetButton, row, 2);
        grid->addWidget(field.problem, row + 1, 0, 1, 3);
        m_fields.push_back(field);
        row += 2;
    }
    update();
}

ParamForm::Field ParamForm::makeField(const ParamSpec &spec)
{
    Field field{.spec = spec};
    const QString name = QString::fromStdString(spec.name);
    QWidget *editor = nullptr;
    if (spec.type == ParamType::Boolean) {
        editor = field.check = new QCheckBox(this);
        connect(field.check, &QCheckBox::toggled, this, &ParamForm::update);
    } else if (spec.type == ParamType::Choice) {
        editor = field.combo = new QComboBox(this);
        for (const std::string &choice : spec.choices)
            field.combo->addItem(QString::fromStdString(choice), QString::fromStdString(choice));
        connect(field.combo, &QComboBox::currentIndexChanged, this, &ParamForm::update);
    } else {
        editor = field.number = new ParamSpinBox(spec, this);
        connect(field.number, &ParamSpinBox::valueEdited, this, &ParamForm::update);
    }
    const QString range = rangeText(spec);
    QString help = QString::fromStdString(spec.help);
    help += QLatin1Char('\n') + tr("Default: %1").arg(QString::fromStdString(toText(spec.defaultValue)));
    if (!range.isEmpty())
        help += QLatin1Char('\n') + tr("Accepted: %1").arg(range);
    editor->setObjectName(QStringLiteral("param-") + name);
    editor->setAccessibleName(name);
    editor->setAccessibleDescription(help);
    editor->setToolTip(help);
    field.resetButton = new QToolButton(this);
    field.resetButton->setIcon(icon(QStringLiteral("reset")));
    field.resetButton->setToolTip(tr("Back to %1").arg(QString::fromStdString(toText(spec.defaultValue))));
    field.resetButton->setAccessibleName(tr("Reset %1").arg(name));
    QSizePolicy policy = field.resetButton->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    field.resetButton->setSizePolicy(policy);
    field.problem = roleLabel({}, "error", this);
    field.problem->setWordWrap(true);
    field.problem->hide();
    field.set(spec.defaultValue);
    connect(field.resetButton, &QToolButton::clicked, this, [field] { field.set(field.spec.defaultValue); });
    return field;
}

void ParamForm::update()
{
    for (const Field &field : m_fields) {
        const auto value = field.value();
        field.problem->setVisible(!value);
        field.problem->setText(value ? QString() : errorText(value.error()));
        field.resetButton->setVisible(!value || *value != field.spec.defaultValue);
        if (field.number)
            setStyleProperty(field.number, "invalid", !value);
    }
    emit changed();
}

bool ParamForm::isValid() const
{
    return std::ranges::all_of(m_fields, [](const Field &field) { return field.value().has_value(); });
}

Params ParamForm::changedParams() const
{
    Params params;
    for (const Field &field : m_fields) {
        const auto value = field.value();
        if (value && *value != field.spec.defaultValue)
            params.emplace(field.spec.name, *value);
    }
    return params;
}

void ParamForm::setParams(const Params &params)
{
    for (const Field &field : m_fields) {
        const auto at = params.find(field.spec.name);
        field.set(at == params.end() ? field.spec.defaultValue : at->second);
    }
}

void ParamForm::reset()
{
    setParams({});
}

} // namespace assay::ui
